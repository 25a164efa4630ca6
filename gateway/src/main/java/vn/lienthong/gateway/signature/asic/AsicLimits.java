package vn.lienthong.gateway.signature.asic;

import vn.lienthong.gateway.signature.cms.CmsLimits;

/**
 * Bounds on the work that one container may cause. They count work, not time, so that the same file always gets the same answer.
 *
 * @param maximumBytes largest container
 * @param maximumEntries most entries
 * @param maximumInflatedBytes most bytes of all entries together, unpacked
 * @param maximumRatio how many times its packed size an entry may unpack to
 * @param maximumSmallBytes largest manifest, signature or token inside
 * @param maximumSignatures most signature files, timestamps and manifests together
 * @param cms bounds on each signature by CAdES
 */
public record AsicLimits(
        long maximumBytes,
        int maximumEntries,
        long maximumInflatedBytes,
        int maximumRatio,
        int maximumSmallBytes,
        int maximumSignatures,
        CmsLimits cms) {

    /** Ample for official documents: 1 GB, 1,000 files, 2 GB unpacked, a hundred times its packed size. */
    public static AsicLimits standard() {
        return new AsicLimits(1L << 30, 1_000, 2L << 30, 100, 16 << 20, 100, CmsLimits.standard());
    }
}
