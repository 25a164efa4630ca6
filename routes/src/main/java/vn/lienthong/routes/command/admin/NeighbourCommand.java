package vn.lienthong.routes.command.admin;

import picocli.CommandLine.Command;

/** {@code admin neighbour}: gateways and axes that we call. */
@Command(
        name = "neighbour",
        description = "Cổng khác hoặc trục mà cổng này gọi tới (neighbours in the axis dialect).",
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
