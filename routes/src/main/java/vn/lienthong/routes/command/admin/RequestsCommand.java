package vn.lienthong.routes.command.admin;

import picocli.CommandLine.Command;

/** {@code admin requests}: what systems asked a registrar for. */
@Command(
        name = "requests",
        description = "Yêu cầu thêm, xoá cơ quan do các hệ thống gửi (registration requests).",
        mixinStandardHelpOptions = true,
        subcommands = {ListRequests.class})
final class RequestsCommand extends CommandGroup {}
