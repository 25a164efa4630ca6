package vn.lienthong.routes.command.admin;

import picocli.CommandLine.Command;

/** {@code admin neighbour}: gateways, axes and provincial platforms that we call. */
@Command(
        name = "neighbour",
        description = "Cổng khác, trục hoặc nền tảng tỉnh mà cổng này gọi tới (neighbours).",
        mixinStandardHelpOptions = true,
        subcommands = {
            AddNeighbour.class,
            ListNeighbours.class,
            TestNeighbour.class,
            RenewNeighbourSecret.class,
            DisableNeighbour.class,
            NeighbourAgencies.class
        })
final class NeighbourCommand extends CommandGroup {}
