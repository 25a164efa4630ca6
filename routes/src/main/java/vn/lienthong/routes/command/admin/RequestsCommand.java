package vn.lienthong.routes.command.admin;

import picocli.CommandLine.Command;

/** {@code admin requests}: what systems asked a registrar for, and what the registrar decides. */
@Command(
        name = "requests",
        description = "Yêu cầu thêm, xoá cơ quan do các hệ thống gửi (registration requests).",
        mixinStandardHelpOptions = true,
        subcommands = {ListRequests.class, ApproveRequest.class, DeclineRequest.class})
final class RequestsCommand extends CommandGroup {}
