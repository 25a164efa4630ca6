package vn.lienthong.routes.link;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienthong.routes.platform.AddressRange;

/**
 * For addresses that a system chose: what everybody can reach (IANA special-purpose registries, RFC 6890), and of private
 * networks what a setting names. Otherwise a system could ask with our hands what answers inside.
 *
 * @param named blocks that are let through all the same
 * @param setting which names them
 */
public record PublicAddresses(List<AddressRange> named, String setting) implements CheckedAddresses.Screen {

    private static final List<AddressRange> INSIDE = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "224.0.0.0/3",
                    "::/96",
                    "::ffff:0:0:0/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "2001::/32",
                    "2002::/16",
                    "fc00::/7",
                    "fe80::/9",
                    "ff00::/8")
            .map(AddressRange::parse)
            .toList();

    public PublicAddresses {
        named = List.copyOf(named);
    }

    @Override
    public Optional<String> refusal(InetAddress address) {
        boolean inside = INSIDE.stream().anyMatch(block -> block.contains(address));
        return !inside || named.stream().anyMatch(block -> block.contains(address))
                ? Optional.empty()
                : Optional.of("địa chỉ: " + address.getHostAddress() + " (expected: địa chỉ công cộng, hoặc trong "
                        + setting + ")");
    }
}
