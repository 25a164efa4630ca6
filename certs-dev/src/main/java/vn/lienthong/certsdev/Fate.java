package vn.lienthong.certsdev;

/** What will be found when the certificate of an identity is checked at the PKI's {@code now}: one reason, and no other. */
public enum Fate {
    /** Nothing to object to. */
    GOOD,
    /** Revoked thirty days ago (another date: {@link DevelopmentPki#revoke}), in CRL and OCSP. */
    REVOKED,
    /** Ended thirty days ago. */
    EXPIRED,
    /** Begins in five years, so that a demo that stays up does not outlive it. */
    NOT_YET_VALID,
    /** Neither digitalSignature nor nonRepudiation among the key usages. */
    WRONG_USAGE,
    /** Sound in itself, but under a self-made root that no trust store has. */
    UNTRUSTED,
    /** Issued by another branch than the one its holder acts in: the Party's, for a body of the Government. */
    WRONG_BRANCH,
    /** Good, but the addresses of its CRL and OCSP answer 500. */
    OCSP_DOWN
}
