package vn.lienthong.gateway.signature.cms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.lienthong.gateway.signature.SignedFile;

/**
 * Digests of a file that lies beside its signature, however large: read through in pieces, once for all algorithms that are known
 * beforehand, and never twice for one. Used by one thread.
 */
public final class StreamedDigests implements ContentDigest {
    private static final int PIECE_BYTES = 1 << 16;

    private final SignedFile file;
    private final Map<String, byte[]> known = new HashMap<>();

    /** @param beforehand the JDK's names of the algorithms that will be asked for; others cost another reading */
    public StreamedDigests(SignedFile file, Collection<String> beforehand) throws IOException {
        this.file = file;
        read(beforehand);
    }

    private void read(Collection<String> algorithms) throws IOException {
        Map<String, MessageDigest> running = new HashMap<>();
        algorithms.forEach(algorithm -> running.put(algorithm, VerifySeal.running(algorithm)));
        byte[] piece = new byte[PIECE_BYTES];
        try (InputStream in = file.open()) {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                int taken = count;
                running.values().forEach(one -> one.update(piece, 0, taken));
            }
        }
        running.forEach((algorithm, one) -> known.put(algorithm, one.digest()));
    }

    /** @throws UncheckedIOException when the file cannot be read */
    @Override
    public byte[] compute(String algorithm) {
        if (!known.containsKey(algorithm)) {
            try {
                read(Set.of(algorithm));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return Objects.requireNonNull(known.get(algorithm)).clone();
    }
}
