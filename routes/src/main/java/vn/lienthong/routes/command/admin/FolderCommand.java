package vn.lienthong.routes.command.admin;

import picocli.CommandLine.Command;

/** {@code admin folder}: exchange folders of systems that can only write and read files. */
@Command(
        name = "folder",
        description = "Thư mục trao đổi của hệ thống chỉ ghi và đọc được tệp (exchange folders).",
        mixinStandardHelpOptions = true,
        subcommands = {AddFolder.class, ListFolders.class, RemoveFolder.class})
final class FolderCommand extends CommandGroup {}
