package vn.lienthong.routes.command.admin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import vn.lienthong.gateway.access.Dialect;

/** Where a neighbour is called, as an administrator writes it. */
final class NeighbourAddress {

    private NeighbourAddress() {}

    /** @throws CommandRefused unless it is an address that the dialect can be spoken at */
    static URI read(String text, Dialect dialect) {
        try {
            URI address = new URI(text);
            boolean web = List.of("https", "http").contains(String.valueOf(address.getScheme()));
            if (web && address.getHost() != null && address.getUserInfo() == null && address.getRawQuery() == null) {
                return address;
            }
            throw new CommandRefused("--address: " + text + " (expected: " + expected(dialect) + ")");
        } catch (URISyntaxException e) {
            throw new CommandRefused("--address: " + text + " (expected: " + expected(dialect) + ")", e);
        }
    }

    static String expected(Dialect dialect) {
        return switch (dialect) {
            case Dialect.Axis axis -> "https://máy/XrdAdapter/adapter";
            case Dialect.Provincial provincial -> "https://máy, phần đứng trước /v1";
        };
    }
}
