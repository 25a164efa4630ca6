package vn.lienthong.routes.platform;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A block of IP addresses in CIDR form, such as {@code 10.1.0.0/16} or {@code 2001:db8::/32}; a bare address means itself
 * alone. Names are not looked up.
 */
public record AddressRange(InetAddress network, int prefixBits) {

    private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern COLONS = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:.]*");

    /**
     * Reads a range or an address.
     *
     * @throws IllegalArgumentException when the text is no address or range
     */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        InetAddress network = literal(slash < 0 ? text : text.substring(0, slash));
        int most = network.getAddress().length * Byte.SIZE;
        try {
            int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > most) {
                throw new NumberFormatException();
            }
            return new AddressRange(network, bits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "address range: " + text + " (expected: prefix of 0 to " + most + " bits)", e);
        }
    }

    /** The address that a URI's host is; empty where it is a name. */
    public static Optional<InetAddress> literalOf(String host) {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        String text = bracketed ? host.substring(1, host.length() - 1) : host;
        return DOTTED.matcher(text).matches()
                        || (bracketed && COLONS.matcher(text).matches())
                ? Optional.of(literal(text))
                : Optional.empty();
    }

    /** Whether the address, given as text, lies in the range; one of the other family never does. */
    public boolean contains(String address) {
        return contains(literal(address));
    }

    public boolean contains(InetAddress address) {
        byte[] left = network.getAddress();
        byte[] right = plain(address).getAddress();
        if (left.length != right.length) {
            return false;
        }
        int whole = prefixBits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (left[i] != right[i]) {
                return false;
            }
        }
        int rest = prefixBits % Byte.SIZE;
        int mask = rest == 0 ? 0 : 0xff << (Byte.SIZE - rest) & 0xff;
        return mask == 0 || (left[whole] & mask) == (right[whole] & mask);
    }

    /**
     * The address itself; of one that IPv6 wraps ({@code ::ffff:10.1.2.3}, RFC 4291 §2.5.5.2) the IPv4 address, which is where a
     * socket connects to. Texts are read so, but what a lookup brings is not.
     */
    public static InetAddress plain(InetAddress address) {
        try {
            InetAddress unwrapped = InetAddress.getByAddress(address.getAddress());
            return unwrapped instanceof Inet4Address && address instanceof Inet6Address ? unwrapped : address;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("address: " + address + " (expected: 4 or 16 bytes)", e);
        }
    }

    private static InetAddress literal(String text) {
        int scope = text.indexOf('%');
        String address = scope < 0 ? text : text.substring(0, scope);
        // Anything else would be looked up as a name: bad.cafe is one.
        if (!DOTTED.matcher(address).matches() && !COLONS.matcher(address).matches()) {
            throw new IllegalArgumentException("address: " + text + " (expected: an IP address, not a name)");
        }
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("address: " + text + " (expected: an IP address)", e);
        }
    }
}
