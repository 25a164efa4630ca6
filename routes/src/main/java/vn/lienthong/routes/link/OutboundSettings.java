package vn.lienthong.routes.link;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.lienthong.routes.platform.AddressRange;

/**
 * Where the gateway may connect to, and for how long.
 *
 * @param allowedHosts names, exact; empty means any whose address is allowed
 * @param allowedRanges address blocks in CIDR form; empty means any public or private address
 * @param loopback whether this machine itself is a destination: in the demo only
 * @param plainHttp whether http without TLS is let through
 * @param longestAnswerBytes how much of an answer is read
 */
public record OutboundSettings(
        List<String> allowedHosts,
        List<AddressRange> allowedRanges,
        boolean loopback,
        boolean plainHttp,
        Duration connectTimeout,
        Duration requestTimeout,
        int longestAnswerBytes) {

    private static final int MIB = 1024 * 1024;

    public OutboundSettings {
        allowedHosts = List.copyOf(allowedHosts);
        allowedRanges = List.copyOf(allowedRanges);
    }

    /** HTTPS to anywhere but this machine and its link. */
    public static OutboundSettings defaults() {
        return new OutboundSettings(
                List.of(), List.of(), false, false, Duration.ofSeconds(5), Duration.ofMinutes(2), 16 * MIB);
    }

    /** For the demo and for tests: neighbours run on this machine, without TLS. */
    public static OutboundSettings demo() {
        return new OutboundSettings(
                List.of(), List.of(), true, true, Duration.ofSeconds(2), Duration.ofSeconds(20), 16 * MIB);
    }

    /**
     * For what authorities publish about their certificates. It is signed and public, and offered without TLS everywhere
     * (RFC 5280 §8): plain http is let through here, and here alone.
     *
     * @param hosts names, exact; empty means those of every other purpose
     */
    public OutboundSettings forRevocation(List<String> hosts, Duration wholeRequest, int longestBytes) {
        return new OutboundSettings(
                hosts.isEmpty() ? allowedHosts : hosts,
                allowedRanges,
                loopback,
                true,
                connectTimeout,
                wholeRequest,
                longestBytes);
    }

    /**
     * For timestamp authorities: all that are known answer over plain HTTP, their tokens carry signatures of their own, and
     * what is sent is a digest.
     */
    public OutboundSettings forTimestamps(Duration timeout) {
        return new OutboundSettings(
                allowedHosts,
                allowedRanges,
                loopback,
                true,
                connectTimeout,
                timeout,
                Math.min(longestAnswerBytes, MIB));
    }

    /** For signing services: someone waits for the answer. */
    public OutboundSettings forSigning(Duration timeout) {
        return new OutboundSettings(
                allowedHosts,
                allowedRanges,
                loopback,
                plainHttp,
                connectTimeout,
                timeout,
                Math.min(longestAnswerBytes, MIB));
    }

    /** For whole documents, which take their time. */
    public OutboundSettings forTransfers(Duration timeout) {
        return new OutboundSettings(
                allowedHosts, allowedRanges, loopback, plainHttp, connectTimeout, timeout, longestAnswerBytes);
    }

    /** Why the address is no destination; empty when it is one. */
    Optional<String> refusal(String host, InetAddress address) {
        if (address.isLinkLocalAddress() || address.isMulticastAddress() || address.isAnyLocalAddress()) {
            return Optional.of(
                    "địa chỉ: " + address.getHostAddress() + " (expected: không phải địa chỉ nội bộ của đường mạng)");
        }
        if (address.isLoopbackAddress() && !loopback) {
            return Optional.of("địa chỉ: " + address.getHostAddress() + " (expected: một máy khác)");
        }
        if (!allowedHosts.isEmpty() && !allowedHosts.contains(host)) {
            return Optional.of("máy: " + host + " (expected: một trong lienthong.outbound.allowed-hosts)");
        }
        boolean inRange = allowedRanges.isEmpty() || allowedRanges.stream().anyMatch(range -> range.contains(address));
        return inRange
                ? Optional.empty()
                : Optional.of("địa chỉ: " + address.getHostAddress()
                        + " (expected: trong lienthong.outbound.allowed-ranges)");
    }
}
