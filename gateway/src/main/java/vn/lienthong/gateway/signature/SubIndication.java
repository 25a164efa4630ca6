package vn.lienthong.gateway.signature;

/**
 * Why a signature did not pass (EN 319 102-1 §5.1.3, tables 5 and 6), in order of precedence: where several hold, the first
 * one names the verdict and the others stay in the findings.
 */
public enum SubIndication {
    /** The structure is not that of an acceptable signature: §5.2.2. Also content changed after signing, EN 319 142-1 §5.5. */
    FORMAT_FAILURE(Indication.TOTAL_FAILED, false),
    /** The signed digest is not that of the content: §5.2.7. */
    HASH_FAILURE(Indication.TOTAL_FAILED, false),
    /** The signature value does not fit the signer's public key: §5.2.7. */
    SIG_CRYPTO_FAILURE(Indication.TOTAL_FAILED, false),
    /** Revoked, and the signature itself says that it was made afterwards: §5.3.4. */
    REVOKED(Indication.TOTAL_FAILED, false),
    /** Expired, and the signature itself says that it was made afterwards: §5.3.4. */
    EXPIRED(Indication.TOTAL_FAILED, false),
    /** The certificate begins after the best signature time: §5.5.4 2. */
    NOT_YET_VALID(Indication.TOTAL_FAILED, false),
    /** A rule of the policy about the signature itself is not met: §5.2.8. */
    SIG_CONSTRAINTS_FAILURE(Indication.INDETERMINATE, false),
    /** An algorithm or key size that the policy does not accept: §5.2.8.4. */
    CRYPTO_CONSTRAINTS_FAILURE(Indication.INDETERMINATE, false),
    /** The path breaks a rule of the certificate profile: §5.2.6. */
    CHAIN_CONSTRAINTS_FAILURE(Indication.INDETERMINATE, false),
    /** A certificate of the path is malformed, or the path could not be processed: §5.2.6. */
    CERTIFICATE_CHAIN_GENERAL_FAILURE(Indication.INDETERMINATE, false),
    /** No certificate is bound to the signature: §5.2.3. */
    NO_SIGNING_CERTIFICATE_FOUND(Indication.INDETERMINATE, false),
    /** What was signed is not at hand: §5.2.7, §5.2.2. */
    SIGNED_DATA_NOT_FOUND(Indication.INDETERMINATE, false),
    /** No path to a trusted root: §5.2.6. */
    NO_CERTIFICATE_CHAIN_FOUND(Indication.INDETERMINATE, false),
    /** Revoked now, and nothing proves that the signature is older: §5.2.6. */
    REVOKED_NO_POE(Indication.INDETERMINATE, false),
    /** An authority of the path is revoked, and nothing proves that the signature is older: §5.2.6. */
    REVOKED_CA_NO_POE(Indication.INDETERMINATE, false),
    /** Outside the certificate's validity now, and nothing proves that the signature is older: §5.2.6. */
    OUT_OF_BOUNDS_NO_POE(Indication.INDETERMINATE, true),
    /** Revocation is not known from cache, or what is known is out of date: §5.2.5. */
    TRY_LATER(Indication.INDETERMINATE, true);

    private final Indication indication;
    private final boolean mayImprove;

    SubIndication(Indication indication, boolean mayImprove) {
        this.indication = indication;
        this.mayImprove = mayImprove;
    }

    /** The outcome this reason belongs to. */
    public Indication indication() {
        return indication;
    }

    /**
     * Whether evidence that is merely not here yet (a CRL, a timestamp's authority) may turn it into a pass. A document
     * held for another reason waits for a person, not for a fetch.
     */
    public boolean mayImprove() {
        return mayImprove;
    }

    /** The one that takes precedence. */
    public SubIndication worse(SubIndication other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
