package vn.lienthong.gateway.signature.path;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;

/**
 * When responders are asked, and how old word of each branch may be.
 *
 * @param when beside lists or in their place
 * @param authorities whether about authorities too; lists about them are few, and last
 * @param freshness by branch; a branch that is not named goes by the dates of the word itself
 */
public record OcspUse(When when, boolean authorities, Map<TrustBranch, Freshness> freshness) {
    public OcspUse {
        freshness = Map.copyOf(freshness);
    }

    /** In which case a responder is asked. */
    public enum When {
        /** Never: what is kept still counts. */
        NEVER,
        /** Where no list settles it. */
        WITHOUT_LIST,
        /** Also where one does, since lists are days old. */
        ALWAYS
    }

    /** Where no list settles it, and about end entities alone. */
    public static OcspUse standard() {
        return new OcspUse(When.WITHOUT_LIST, false, Map.of());
    }

    Freshness freshness(TrustBranch branch) {
        return freshness.getOrDefault(branch, Freshness.STRICT);
    }

    Duration longestGrace() {
        return freshness.values().stream()
                .map(Freshness::grace)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    boolean wants(X509Certificate certificate, RevocationAnswer listed) {
        boolean tier = authorities || certificate.getBasicConstraints() < 0;
        return tier
                && switch (when) {
                    case NEVER -> false;
                    case WITHOUT_LIST -> listed instanceof RevocationAnswer.Unknown;
                    case ALWAYS -> true;
                };
    }
}
