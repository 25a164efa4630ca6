package vn.lienthong.routes.command.admin;

import picocli.CommandLine.Command;

/** {@code admin system}: connected document systems. */
@Command(
        name = "system",
        description = "Hệ thống quản lý văn bản được nối vào cổng (connected systems).",
        mixinStandardHelpOptions = true,
        subcommands = {
            AddSystem.class,
            ListSystems.class,
            RenewSecret.class,
            DisableSystem.class,
            LimitSystem.class,
            BindIssuer.class
        })
final class SystemCommand extends CommandGroup {}
