package vn.lienthong.routes.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lienthong.gateway.dossier.SweepVault;

/**
 * {@code lienthong.vault}: how long bytes are kept that belong to no document on record. What a dossier, a copy, a delivery
 * or a status names is kept for good.
 *
 * @param orphanAge bytes younger than this may still get a record; must be longer than an upload may take; default 24 h
 * @param refusedAge how long the bytes of a refused document are kept for who asks why; the line about the refusal, with
 *     its findings and the digest, stays; default 30 days
 */
public record VaultSettings(@DefaultValue("24h") Duration orphanAge, @DefaultValue("30d") Duration refusedAge) {

    /** A run every minute: a million contents are looked at in a little more than an hour. */
    private static final int PER_RUN = 10_000;

    public VaultSettings {
        Duration year = Duration.ofDays(366);
        Setting.inRange("lienthong.vault.orphan-age", orphanAge, Duration.ofHours(1), year);
        Setting.inRange("lienthong.vault.refused-age", refusedAge, Duration.ZERO, year.multipliedBy(10));
    }

    /** As the sweeper wants them. */
    SweepVault.Settings limits() {
        return new SweepVault.Settings(orphanAge, refusedAge, PER_RUN);
    }
}
