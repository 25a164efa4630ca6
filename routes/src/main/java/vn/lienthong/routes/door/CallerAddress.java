package vn.lienthong.routes.door;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import vn.lienthong.routes.platform.AddressRange;

/** Whom an address stands for: itself, or with IPv6 everybody in its /64, which one machine may have whole. */
public final class CallerAddress {

    private static final int NETWORK_BYTES = 8;

    private CallerAddress() {}

    public static String block(String remote) {
        try {
            InetAddress address = AddressRange.parse(remote).network();
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64"
                    : address.getHostAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return remote;
        }
    }
}
