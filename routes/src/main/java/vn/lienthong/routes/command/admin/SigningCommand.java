package vn.lienthong.routes.command.admin;

import picocli.CommandLine.Command;

/** {@code admin signing}: documents that wait for an officer. */
@Command(
        name = "signing",
        description = "Văn bản đang chờ lãnh đạo ký (documents before officers).",
        mixinStandardHelpOptions = true,
        subcommands = {ListSigningRequests.class, EndSigningRequest.class})
final class SigningCommand extends CommandGroup {}
