package vn.lienthong.routes.command.admin;

import java.util.stream.Collectors;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.Neighbours;

/** A neighbour that an administrator names must be there. */
final class KnownNeighbour {
    private KnownNeighbour() {}

    /** @throws CommandRefused naming the neighbours there are */
    static Neighbour require(Neighbours neighbours, String id) {
        return neighbours.find(id).orElseThrow(() -> {
            String known = neighbours.all().stream().map(Neighbour::systemId).collect(Collectors.joining(", "));
            return new CommandRefused("láng giềng " + id + ": không có (expected: "
                    + (known.isEmpty() ? "thêm trước bằng admin neighbour add" : "một trong " + known) + ")");
        });
    }
}
