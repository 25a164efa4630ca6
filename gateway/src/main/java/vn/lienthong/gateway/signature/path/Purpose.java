package vn.lienthong.gateway.signature.path;

import java.util.List;
import java.util.Set;

/** What an end entity's key is used for, with the extended usages that allow it (RFC 5280 §4.2.1.12). */
public enum Purpose {
    /**
     * Signing documents. Certificates without the extension are common; where it is there it must name one that is not
     * made for something else.
     */
    DOCUMENTS,
    /** Timestamps: the usage must be there, alone and critical (RFC 3161 §2.3). */
    TIMESTAMPS;

    private static final String EXTENSION = "2.5.29.37";
    private static final List<String> TIMESTAMPING = List.of("1.3.6.1.5.5.7.3.8");
    private static final Set<String> SIGNING = Set.of(
            "2.5.29.37.0", // any
            "1.3.6.1.5.5.7.3.36", // id-kp-documentSigning, RFC 9336
            "1.3.6.1.4.1.311.10.3.12", // Microsoft document signing
            "1.2.840.113583.1.1.5", // Adobe authentic documents
            "1.3.6.1.5.5.7.3.4", // e-mail protection, usual on tokens
            "1.3.6.1.5.5.7.3.2"); // client authentication, usual on tokens

    boolean allows(KnownCertificate leaf) {
        List<String> usage = leaf.extendedUsage();
        return switch (this) {
            case DOCUMENTS -> usage == null || usage.stream().anyMatch(SIGNING::contains);
            case TIMESTAMPS -> TIMESTAMPING.equals(usage) && critical(leaf);
        };
    }

    private static boolean critical(KnownCertificate leaf) {
        Set<String> critical = leaf.certificate().getCriticalExtensionOIDs();
        return critical != null && critical.contains(EXTENSION);
    }
}
