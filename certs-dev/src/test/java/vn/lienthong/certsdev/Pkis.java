package vn.lienthong.certsdev;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;

/** PKIs for tests. */
final class Pkis {
    static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    static final URI BASE = URI.create("http://127.0.0.1:9/pki");
    static final String AGENCY = "Ủy ban nhân dân tỉnh Tây Ninh";

    private Pkis() {}

    static DevelopmentPki standing() {
        return DevelopmentPki.create(DevelopmentPki.Settings.of(NOW, BASE));
    }

    /** With keys soonest made, for tests that look at other things. */
    static DevelopmentPki quick(Clock clock) {
        return DevelopmentPki.create(new DevelopmentPki.Settings(NOW, BASE, KeyAlgorithm.EC_P256), clock);
    }

    static DevIdentity seal(DevelopmentPki pki, Fate fate) {
        return pki.sealOf("H53", AGENCY, fate);
    }
}
