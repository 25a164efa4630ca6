package vn.lienthong.routes.command.admin;

import picocli.CommandLine.Command;

/** {@code admin seal}: which key is the seal of which agency. */
@Command(
        name = "seal",
        description = "Con dấu số của các cơ quan mà văn thư đóng ở trang quản trị (agencies' seals).",
        mixinStandardHelpOptions = true,
        subcommands = {AddAgencySeal.class, ListAgencySeals.class, EndAgencySeal.class, TryAgencySeal.class})
final class SealCommand extends CommandGroup {}
