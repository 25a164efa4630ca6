package vn.lienthong.gateway.signature.cms;

/**
 * Bounds on the work that one signature file may cause. They count work, not time, so that the same file always gets the same
 * answer.
 *
 * @param maximumBytes largest signature file, attached content included; larger ones are not checked
 * @param maximumBerBytes largest one in BER, which is brought into DER first and so costs several times its size
 * @param maximumBerElements most elements of one in BER
 * @param maximumContentBytes largest detached content; it is streamed
 * @param maximumSigners most signers of one file
 * @param maximumCertificates most certificates that come along
 */
public record CmsLimits(
        long maximumBytes,
        int maximumBerBytes,
        int maximumBerElements,
        long maximumContentBytes,
        int maximumSigners,
        int maximumCertificates) {

    /** Ample for official documents: 128 MB (BER 32 MB), contents up to 4 GB, 50 signers. */
    public static CmsLimits standard() {
        return new CmsLimits(128L << 20, 32 << 20, 200_000, 4L << 30, 50, 64);
    }
}
