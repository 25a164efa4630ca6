package vn.lienthong.routes.command.admin;

import picocli.CommandLine.Command;

/** {@code admin signer}: with which key which officer signs. */
@Command(
        name = "signer",
        description = "Khóa ký của lãnh đạo, để ký văn bản ở trang Chờ ký (officers' own keys).",
        mixinStandardHelpOptions = true,
        subcommands = {AddSignerKey.class, ListSignerKeys.class, EndSignerKey.class, TrySignerKey.class})
final class SignerCommand extends CommandGroup {}
