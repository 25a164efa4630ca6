package vn.lienthong.gateway.signature;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What an administrator may weigh by a {@link Level} of his own. Integrity, the path to a trusted root and revocation are no
 * rules: nobody loosens them. What changed on pages after signing is integrity.
 */
public enum Rule {
    /** No signed reference to the signer's certificate (EN 319 122-1 §5.2.2), where the form does not demand it. */
    MISSING_REFERENCE(Level.WARN),
    /** The signer's certificate names no extended key usage (RFC 5280 §4.2.1.12), as those of many tokens. */
    EXTENDED_USAGE_MISSING(Level.IGNORE),
    /** The signer's key may encipher too (RFC 5280 §4.2.1.3): four usages at once are usual on tokens. */
    MIXED_KEY_USAGES(Level.IGNORE),
    /** The signer's certificate names no policy (RFC 5280 §4.2.1.4). */
    CERTIFICATE_POLICY_MISSING(Level.IGNORE),
    /** The signer says that he signs in the future. */
    CLAIM_IN_FUTURE(Level.FAIL),
    /**
     * Made, as far as is proved, before the certificate was revoked, but after the instant since when its authority doubts it
     * (RFC 5280 §5.3.2 invalidityDate).
     */
    SIGNED_AFTER_INVALIDITY(Level.FAIL),
    /** An algorithm or size of key whose time was over before the signature is proved to exist (EN 319 102-1 §5.2.8.4). */
    ALGORITHM_ENDED(Level.FAIL),
    /** Metadata changed under a later signature. */
    METADATA_CHANGED(Level.INFORM),
    /** A further signature under a later one. */
    SIGNATURE_ADDED(Level.IGNORE),
    /** A further signature that no page shows. */
    UNSEEN_FIELD_ADDED(Level.IGNORE),
    /** Comments or filled forms under a later signature: they may hide what was signed, so people are told at the least. */
    ANNOTATION_ADDED(Level.FAIL),
    /** The signer's certificate bears another agency's name than the sender's: of the document, whatever its files' forms. */
    SIGNER_AGENCY(Level.WARN);

    private final Level standard;

    Rule(Level standard) {
        this.standard = standard;
    }

    /** What it means unless somebody says otherwise. */
    public Level standard() {
        return standard;
    }

    /** The levels that it may be given. */
    public Set<Level> levels() {
        return this == ANNOTATION_ADDED ? EnumSet.of(Level.FAIL, Level.WARN) : EnumSet.allOf(Level.class);
    }

    /** Whether it may be weighed for one form by itself. */
    public boolean takesForm() {
        return this != SIGNER_AGENCY;
    }

    /** As settings write it: {@code missing-reference}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
