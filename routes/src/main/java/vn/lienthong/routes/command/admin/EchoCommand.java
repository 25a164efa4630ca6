package vn.lienthong.routes.command.admin;

import picocli.CommandLine.Command;

/** {@code admin echo}: agencies that answer by themselves, for tests. */
@Command(
        name = "echo",
        description = "Cơ quan kiểm thử: văn bản gửi tới được tự động nhận (01, 03) và trả lời bằng một văn bản nhỏ.",
        mixinStandardHelpOptions = true,
        subcommands = {EchoOn.class, EchoOff.class})
final class EchoCommand extends CommandGroup {}
