package vn.lienthong.routes.command.admin;

import picocli.CommandLine.Command;

/** {@code admin trust}: the authorities that are trusted. */
@Command(
        name = "trust",
        description = "Chứng thư gốc và trung gian được tin cậy (trust stores).",
        mixinStandardHelpOptions = true,
        subcommands = {AddTrust.class})
final class TrustCommand extends CommandGroup {}
