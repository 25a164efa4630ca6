package vn.lienthong.routes.command.admin;

import picocli.CommandLine.Command;

/** {@code admin user mandate}: for which agencies a clerk reads and sends. */
@Command(
        name = "mandate",
        description = "Quyền thay mặt cơ quan của một văn thư (mandates).",
        mixinStandardHelpOptions = true,
        subcommands = {GrantUserMandate.class, EndUserMandate.class, ListUserMandates.class})
final class UserMandateCommand extends CommandGroup {}
