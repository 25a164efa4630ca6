package vn.lienthong.routes.command.admin;

import picocli.CommandLine.Command;

/** {@code admin mandate}: what a system may do for which agency. */
@Command(
        name = "mandate",
        description = "Quyền thay mặt cơ quan của một hệ thống (mandates).",
        mixinStandardHelpOptions = true,
        subcommands = {GrantMandate.class, EndMandate.class})
final class MandateCommand extends CommandGroup {}
