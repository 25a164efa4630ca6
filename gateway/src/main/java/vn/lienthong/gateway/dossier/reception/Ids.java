package vn.lienthong.gateway.dossier.reception;

import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes names that nobody can guess. */
public final class Ids {

    private static final int DOC_ID_BYTES = 16;

    private final RandomGenerator random;

    /**
     * Makes names from a source of chance.
     *
     * @param random must be cryptographically strong: a transport id is known to its recipient alone
     */
    public Ids(RandomGenerator random) {
        this.random = random;
    }

    public UUID uuid() {
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low);
    }

    /** A transport id: 32 hexadecimal digits, 128 bits of chance. */
    public String docId() {
        byte[] bytes = new byte[DOC_ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
