package vn.lienthong.certsdev;

import java.time.Duration;
import java.time.Instant;

/** From when until when a certificate counts, reckoned from the PKI's {@code now}. */
record Validity(Instant from, Instant until) {
    private static final int YEAR = 365;
    private static final int MONTH = 30;

    static Validity ofRoot(Instant now) {
        return around(now, -10 * YEAR, 20 * YEAR);
    }

    static Validity ofIssuingAuthority(Instant now) {
        return around(now, -9 * YEAR, 15 * YEAR);
    }

    static Validity ofService(Instant now) {
        return around(now, -YEAR, 5 * YEAR);
    }

    /** The window of an end entity: three years, as at renewal under Decree 68/2024/NĐ-CP Art 9. */
    static Validity of(Fate fate, Instant now) {
        return switch (fate) {
            case EXPIRED -> around(now, -3 * YEAR, -MONTH);
            case NOT_YET_VALID -> around(now, 5 * YEAR, 8 * YEAR);
            case GOOD, REVOKED, WRONG_USAGE, UNTRUSTED, WRONG_BRANCH, OCSP_DOWN -> around(now, -YEAR, 2 * YEAR);
        };
    }

    private static Validity around(Instant now, int fromDays, int untilDays) {
        return new Validity(now.plus(Duration.ofDays(fromDays)), now.plus(Duration.ofDays(untilDays)));
    }
}
