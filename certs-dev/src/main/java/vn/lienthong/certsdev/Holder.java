package vn.lienthong.certsdev;

/** Whom an identity is made for, and to which end: the key under which identities are kept. */
record Holder(Kind kind, Branch branch, String name, String agencyName, String agencyCode, Fate fate) {
    enum Kind {
        SEAL,
        OFFICIAL
    }

    Holder {
        require("name", name);
        require("agency name", agencyName);
        require("agency code", agencyCode);
    }

    /** The hierarchy that issues the certificate. */
    HierarchyName issuer() {
        return switch (fate) {
            case UNTRUSTED -> HierarchyName.UNTRUSTED;
            case WRONG_BRANCH -> branch == Branch.PARTY ? HierarchyName.GOVERNMENT : HierarchyName.PARTY;
            case GOOD, REVOKED, EXPIRED, NOT_YET_VALID, WRONG_USAGE, OCSP_DOWN -> HierarchyName.of(branch);
        };
    }

    private static void require(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + ": '" + value + "' (expected: not blank)");
        }
    }
}
