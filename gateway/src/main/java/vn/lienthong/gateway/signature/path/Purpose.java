package vn.lienthong.gateway.signature.path;

import java.util.Set;

/** What an end entity's key is used for, with the extended usages that allow it (RFC 5280 §4.2.1.12). */
public enum Purpose {
    /**
     * Signing documents. Certificates without the extension are common; where it is there it must name one that is not
     * made for something else.
     */
    DOCUMENTS(
            Set.of(
                    "2.5.29.37.0", // any
                    "1.3.6.1.5.5.7.3.36", // id-kp-documentSigning, RFC 9336
                    "1.3.6.1.4.1.311.10.3.12", // Microsoft document signing
                    "1.2.840.113583.1.1.5", // Adobe authentic documents
                    "1.3.6.1.5.5.7.3.4", // e-mail protection, usual on tokens
                    "1.3.6.1.5.5.7.3.2"), // client authentication, usual on tokens
            false),
    /** Timestamps: the usage must be there, alone and critical (RFC 3161 §2.3). */
    TIMESTAMPS(Set.of("1.3.6.1.5.5.7.3.8"), true);

    static final String EXTENSION = "2.5.29.37";

    private final Set<String> allowed;
    private final boolean exclusive;

    Purpose(Set<String> allowed, boolean exclusive) {
        this.allowed = allowed;
        this.exclusive = exclusive;
    }

    boolean allows(KnownCertificate leaf) {
        var usage = leaf.extendedUsage();
        if (usage == null) {
            return !exclusive;
        }
        if (!exclusive) {
            return usage.stream().anyMatch(allowed::contains);
        }
        var critical = leaf.certificate().getCriticalExtensionOIDs();
        return usage.size() == 1 && allowed.containsAll(usage) && critical != null && critical.contains(EXTENSION);
    }
}
