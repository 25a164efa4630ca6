package vn.lienthong.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckFactorTest {

    private static final long STEP = 59_000_000;
    private static final Instant NOW = Instant.ofEpochSecond(STEP * 30 + 7);

    private final RecoveryCodes recovery = RecoveryCodes.make(new Random(3));
    private final Factors factors = new InMemoryFactors();
    private final CheckFactor checking =
            new CheckFactor(factors, (secret, step) -> String.format(Locale.ROOT, "%06d", step % 1_000_000));

    @BeforeEach
    void setUp() {
        factors.set("an.nv", new Factors.Fresh(new byte[] {1}, STEP - 2, recovery.digests()), NOW);
    }

    @ParameterizedTest
    @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
    void aClockMayBeOneStepOff(int drift, boolean passes) {
        assertThat(checking.check("an.nv", code(STEP + drift), NOW) instanceof CheckFactor.Outcome.Passed)
                .isEqualTo(passes);
    }

    @Test
    void aCodeIsNotTakenTwiceNorOneBeforeIt() {
        assertThat(checking.check("an.nv", code(STEP), NOW))
                .isEqualTo(new CheckFactor.Outcome.Passed(Optional.empty()));
        assertThat(checking.check("an.nv", code(STEP), NOW)).isEqualTo(new CheckFactor.Outcome.Wrong());
        assertThat(checking.check("an.nv", code(STEP - 1), NOW)).isEqualTo(new CheckFactor.Outcome.Wrong());
        assertThat(checking.check("an.nv", code(STEP + 1), NOW))
                .isEqualTo(new CheckFactor.Outcome.Passed(Optional.empty()));
    }

    @Test
    void aRecoveryCodeStandsInOnceHoweverItIsTyped() {
        String code = recovery.codes().getFirst();
        assertThat(checking.check("an.nv", code.toLowerCase(Locale.ROOT).replace("-", " "), NOW))
                .isEqualTo(new CheckFactor.Outcome.Passed(Optional.of(9)));
        assertThat(checking.check("an.nv", code, NOW)).isEqualTo(new CheckFactor.Outcome.Wrong());
    }

    @Test
    void theRightCodeDoesNotHelpWhoHasToWait() {
        for (int tries = 0; tries < 5; tries++) {
            assertThat(checking.check("an.nv", "777777", NOW)).isEqualTo(new CheckFactor.Outcome.Wrong());
        }
        assertThat(checking.check("an.nv", code(STEP), NOW))
                .isEqualTo(new CheckFactor.Outcome.Wait(NOW.plusSeconds(30)));
        assertThat(checking.check("an.nv", recovery.codes().getFirst(), NOW))
                .isInstanceOf(CheckFactor.Outcome.Wait.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12345６", "AAAA-AAAA-AAAA-AAAA", "' or 1=1 --"})
    void whatIsNoCodeIsWrong(String typed) {
        assertThat(checking.check("an.nv", typed, NOW)).isEqualTo(new CheckFactor.Outcome.Wrong());
        assertThat(checking.check("nobody", typed, NOW)).isEqualTo(new CheckFactor.Outcome.Wrong());
    }

    private static String code(long step) {
        return String.format(Locale.ROOT, "%06d", step % 1_000_000);
    }
}
