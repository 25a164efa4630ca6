package vn.lienthong.routes.command.admin;

import picocli.CommandLine.Command;

/** {@code admin agencies}: the directory of agencies. */
@Command(
        name = "agencies",
        description = "Danh mục cơ quan và mã định danh (the directory).",
        mixinStandardHelpOptions = true,
        subcommands = {ImportAgencyTable.class, LookUpAgency.class})
final class AgenciesCommand extends CommandGroup {}
