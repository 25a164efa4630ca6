package vn.lienthong.gateway.signature.pdf;

/**
 * Bounds on the work that one file may cause. They count work, not time, so that the same file always gets the same answer.
 *
 * @param maximumBytes largest file that is looked at
 * @param maximumRevisions longest chain of cross-reference sections
 * @param maximumSignatures most signatures judged
 * @param maximumValues most values (numbers, names, dictionaries…) read
 * @param maximumInflatedBytes most bytes unpacked from object and cross-reference streams
 * @param maximumDepth deepest nesting of values, fields and references
 * @param maximumRepairBytes largest file that the tolerant reader is asked about when ours refuses it
 */
public record PdfLimits(
        int maximumBytes,
        int maximumRevisions,
        int maximumSignatures,
        int maximumValues,
        int maximumInflatedBytes,
        int maximumDepth,
        int maximumRepairBytes) {

    /** Ample for official documents: 1 GB, 100 revisions, 50 signatures. */
    public static PdfLimits standard() {
        return new PdfLimits(1 << 30, 100, 50, 4_000_000, 64 << 20, 64, 32 << 20);
    }
}
