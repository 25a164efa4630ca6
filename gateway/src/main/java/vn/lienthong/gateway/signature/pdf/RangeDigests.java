package vn.lienthong.gateway.signature.pdf;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Digests of what several signatures of one file cover. Each later one covers all that an earlier one does, so the file is
 * run through once per algorithm and each signature takes a copy of the running state.
 */
final class RangeDigests {
    private final PdfBytes bytes;
    private final Map<String, Map<SignedRange, byte[]>> known = new HashMap<>();
    private final List<SignedRange> ranges;

    RangeDigests(PdfBytes bytes, List<SignedRange> ranges) {
        this.bytes = bytes;
        this.ranges = new ArrayList<>(ranges);
        this.ranges.sort(Comparator.comparingInt(SignedRange::gapStart));
    }

    /** The digest over everything but the gap, up to the end of the range. */
    byte[] of(SignedRange range, String algorithm) {
        byte[] digest = known.computeIfAbsent(algorithm, this::run).get(range);
        return digest == null ? new byte[0] : digest;
    }

    private Map<SignedRange, byte[]> run(String algorithm) {
        try {
            Map<SignedRange, byte[]> digests = new HashMap<>();
            MessageDigest running = MessageDigest.getInstance(algorithm);
            int at = 0;
            for (SignedRange range : ranges) {
                // What a timestamp digests with stands inside its token: it gets whatever is asked for.
                if (!range.timestamp()
                        && range.cms().digestName().filter(algorithm::equals).isEmpty()) {
                    continue;
                }
                bytes.digest(running, at, range.gapStart());
                at = range.gapStart();
                MessageDigest own = (MessageDigest) running.clone();
                bytes.digest(own, range.gapEnd(), range.end());
                digests.put(range, own.digest());
            }
            return digests;
        } catch (NoSuchAlgorithmException | CloneNotSupportedException absent) {
            throw new IllegalStateException("digest: " + algorithm + " (expected: one the JDK provides)", absent);
        }
    }
}
