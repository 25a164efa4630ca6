package vn.lienthong.gateway.signature.path;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Uses of a key that the profile asks for (RFC 5280 §4.2.1.3), by their bits. */
enum KeyUse {
    /** digitalSignature or nonRepudiation: VN tokens carry four usages at once, one of the two is enough. */
    SIGN_DOCUMENTS(0, 1),
    /** keyCertSign. */
    SIGN_CERTIFICATES(5, 5),
    /** cRLSign. */
    SIGN_REVOCATION_LISTS(6, 6);

    private final int one;
    private final int other;

    KeyUse(int one, int other) {
        this.one = one;
        this.other = other;
    }

    /** What the extension allows; everything where there is none. */
    static Set<KeyUse> allowedBy(boolean @Nullable [] usage) {
        EnumSet<KeyUse> allowed = EnumSet.allOf(KeyUse.class);
        if (usage != null) {
            allowed.removeIf(use -> !use.in(usage));
        }
        return Set.copyOf(allowed);
    }

    private boolean in(boolean[] usage) {
        return bit(usage, one) || bit(usage, other);
    }

    private static boolean bit(boolean[] usage, int at) {
        return at < usage.length && usage[at];
    }
}
