package vn.lienthong.gateway.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.gateway.seal.SealSketch.NOW;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.signature.key.SigningException;

/** A key that hangs stops its own agency only, and only until it answers. */
class KeyLineTest {

    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void aKeyThatHangsStopsNobodyElseAndComesBack() throws Exception {
        KeyLines<AgencyId> lines = new KeyLines<>();
        KeyLine line = lines.of(Sketch.id("ward"));
        CountDownLatch token = new CountDownLatch(1);
        assertThat(line.enter(SHORT)).isTrue();
        assertThatThrownBy(() -> line.ask(() -> token.await(20, TimeUnit.SECONDS), SHORT, NOW))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("no answer");
        line.leave();
        assertThat(line.hangingSince()).contains(NOW);
        assertThat(line.enter(SHORT)).as("its turn is not over").isFalse();
        KeyLine other = lines.of(Sketch.id("other"));
        assertThat(other.enter(SHORT)).isTrue();
        assertThat(other.<String>ask(() -> "signed", LONG, NOW)).isEqualTo("signed");
        token.countDown();
        assertThat(line.enter(LONG)).isTrue();
        assertThat(line.hangingSince()).isEmpty();
        assertThat(line.enter(SHORT)).as("one at a time").isFalse();
        line.leave();
    }
}
