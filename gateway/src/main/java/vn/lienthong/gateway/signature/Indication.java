package vn.lienthong.gateway.signature;

/** The three outcomes of validation, best first (EN 319 102-1 §5.1.3). */
public enum Indication {
    /** Every check of the policy succeeded. */
    TOTAL_PASSED,
    /** What is at hand allows neither of the other two. */
    INDETERMINATE,
    /** The signature is not to be relied upon, whatever evidence may still arrive. */
    TOTAL_FAILED;

    /** The worse of the two. */
    public Indication worse(Indication other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
