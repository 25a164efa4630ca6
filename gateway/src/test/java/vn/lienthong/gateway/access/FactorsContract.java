package vn.lienthong.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.digest.Sha256;

/** What every {@link Factors} promises. */
public abstract class FactorsContract {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final Factors.Patience PATIENCE =
            new Factors.Patience(3, Duration.ofSeconds(30), Duration.ofSeconds(100));
    private static final byte[] SECRET = {1, 2, 3};

    /** A store in which the account {@code an.nv} may have a factor. */
    protected abstract Factors factors();

    @Test
    void aStepCountsOnceAndNoneBeforeItEither() {
        Factors factors = withFactor(Set.of());
        assertThat(factors.secret("an.nv"))
                .hasValueSatisfying(key -> assertThat(key).isEqualTo(SECRET));
        assertThat(factors.use("an.nv", 100)).as("the one that proved it").isFalse();
        assertThat(factors.use("an.nv", 99)).isFalse();
        assertThat(factors.use("an.nv", 101)).isTrue();
        assertThat(factors.use("an.nv", 101)).isFalse();
        assertThat(factors.use("nobody", 101)).isFalse();
    }

    @Test
    void aRecoveryCodeCountsOnce() {
        RecoveryCodes codes = RecoveryCodes.make(new Random(1));
        Factors factors = withFactor(codes.digests());
        Sha256 one = codes.digests().iterator().next();
        assertThat(factors.recoveryLeft("an.nv")).isEqualTo(10);
        assertThat(factors.recover("an.nv", one, NOW)).isTrue();
        assertThat(factors.recover("an.nv", one, NOW)).isFalse();
        assertThat(factors.recoveryLeft("an.nv")).isEqualTo(9);
        factors.renewRecovery("an.nv", Set.of(one));
        assertThat(factors.recoveryLeft("an.nv")).isEqualTo(1);
        assertThat(factors.recover("an.nv", one, NOW)).as("made anew").isTrue();
    }

    @Test
    void whoGuessesWaitsLongerEachTime() {
        Factors factors = withFactor(Set.of());
        Instant now = NOW;
        for (int wait : List.of(0, 0, 30, 60, 100, 100)) {
            assertThat(factors.begin("an.nv", now, PATIENCE)).isEmpty();
            if (wait > 0) {
                assertThat(factors.begin("an.nv", now.plusSeconds(wait - 1), PATIENCE))
                        .isEqualTo(Optional.of(now.plusSeconds(wait)));
            }
            now = now.plusSeconds(wait);
        }
        assertThat(factors.begin("an.nv", now, PATIENCE)).isEmpty();
        assertThat(factors.use("an.nv", 200)).isTrue();
        assertThat(factors.begin("an.nv", now, PATIENCE)).as("forgotten").isEmpty();
    }

    @Test
    void anotherOneReplacesItAndRemovingTakesTheCodesToo() {
        Factors factors = withFactor(RecoveryCodes.make(new Random(2)).digests());
        factors.set("an.nv", new Factors.Fresh(new byte[] {9}, 7, Set.of()), NOW);
        assertThat(factors.recoveryLeft("an.nv")).isZero();
        assertThat(factors.use("an.nv", 8)).isTrue();
        assertThat(factors.exists("an.nv")).isTrue();
        factors.remove("an.nv");
        assertThat(factors.exists("an.nv")).isFalse();
        assertThat(factors.secret("an.nv")).isEmpty();
    }

    @Test
    void aFirstOneDoesNotTakeThePlaceOfAnother() {
        Factors factors = withFactor(Set.of());
        assertThat(factors.add("an.nv", new Factors.Fresh(new byte[] {9}, 7, Set.of()), NOW))
                .isFalse();
        assertThat(factors.secret("an.nv"))
                .hasValueSatisfying(key -> assertThat(key).isEqualTo(SECRET));
        factors.remove("an.nv");
        assertThat(factors.add("an.nv", new Factors.Fresh(new byte[] {9}, 7, Set.of()), NOW))
                .isTrue();
    }

    private Factors withFactor(Set<Sha256> codes) {
        Factors factors = factors();
        factors.set("an.nv", new Factors.Fresh(SECRET, 100, codes), NOW);
        return factors;
    }
}
