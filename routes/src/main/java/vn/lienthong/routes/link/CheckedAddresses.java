package vn.lienthong.routes.link;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import vn.lienthong.routes.platform.AddressRange;

/**
 * Looks a name up and lets its addresses pass only if all of them are allowed. The client connects to what is returned here
 * and asks nobody else, so a name that leads elsewhere at a second look (DNS rebinding) gains nothing.
 */
final class CheckedAddresses implements DnsResolver {

    private final OutboundSettings settings;
    private final Screen screen;
    private final Lookup lookup;

    CheckedAddresses(OutboundSettings settings, Screen screen, Lookup lookup) {
        this.settings = settings;
        this.screen = screen;
        this.lookup = lookup;
    }

    /** What one purpose lets through of what the gateway may reach at all. */
    @FunctionalInterface
    public interface Screen {

        /** All of it. */
        Screen OPEN = address -> Optional.empty();

        /** Why the address is no destination for it; empty when it is one. */
        Optional<String> refusal(InetAddress address);
    }

    /** Where names are looked up. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /**
     * The addresses of a host.
     *
     * @throws OutboundRefused when one of them is no destination
     * @throws UnknownHostException when it has none now, which may be an outage
     */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses =
                Stream.of(lookup.addresses(host)).map(AddressRange::plain).toArray(InetAddress[]::new);
        for (InetAddress address : addresses) {
            settings.refusal(host, address).or(() -> screen.refusal(address)).ifPresent(reason -> {
                throw new OutboundRefused(reason);
            });
        }
        return addresses;
    }

    /** Nobody needs it: it is for authentication by Kerberos. */
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
