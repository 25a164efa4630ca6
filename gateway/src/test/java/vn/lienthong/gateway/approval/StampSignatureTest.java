package vn.lienthong.gateway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.lasting.BeginLasting;
import vn.lienthong.gateway.lasting.ExtendFile;
import vn.lienthong.gateway.lasting.LastingDesk;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.lasting.LastingRule;
import vn.lienthong.gateway.lasting.WaitBriefly;

/** An officer's signature has its timestamp where the authority answers at once, and waits for none. */
class StampSignatureTest {

    private static final AgencyId AGENCY = Sketch.id("xa");
    private static final BeginLasting.Rule T = (agency, kind) -> new LastingRule(LastingLevel.T, false);

    private final LastingDesk desk = new LastingDesk();
    private final ExecutorService calls = Executors.newCachedThreadPool();
    private final byte[] signed = desk.sealed();

    @AfterEach
    void stop() {
        calls.shutdownNow();
    }

    private StampSignature stamping(BeginLasting.Rule rules, Duration within) {
        return new StampSignature(desk.extending, rules, new WaitBriefly(within, calls, desk.clock));
    }

    private byte[] stamped(StampSignature stamping) {
        return stamping.stamped(AGENCY, signed, desk.clock.instant());
    }

    @Test
    void itIsThereAndCounts() throws InterruptedException {
        byte[] after = stamped(stamping(T, Duration.ofSeconds(30)));
        assertThat(after).isNotEqualTo(signed).hasSameSizeAs(signed);
        assertThat(desk.extending.step(after, LastingLevel.T, desk.clock.instant()))
                .isInstanceOf(ExtendFile.Step.Enough.class);
    }

    @Test
    void whereNobodyAnswersItStaysAsItIs() {
        desk.away = true;
        StampSignature stamping = stamping(T, Duration.ofSeconds(30));
        assertThat(stamped(stamping)).isSameAs(signed);
        desk.away = false;
        assertThat(stamped(stamping)).isNotEqualTo(signed);
    }

    @Test
    void aFaultInOneFileTakesTheTimestampFromNoOther() {
        StampSignature stamping = stamping(T, Duration.ofSeconds(30));
        byte[] broken = {1, 2, 3};
        assertThat(stamping.stamped(AGENCY, broken, desk.clock.instant())).isSameAs(broken);
        desk.faulty = true;
        assertThat(stamped(stamping)).isSameAs(signed);
        desk.faulty = false;
        assertThat(stamped(stamping)).isNotEqualTo(signed);
    }

    @Test
    void whoIsSlowIsNotWaitedFor() {
        desk.slow = 60_000;
        StampSignature stamping = stamping(T, Duration.ofMillis(200));
        assertThat(stamped(stamping)).isSameAs(signed);
        assertThat(stamped(stamping)).as("the next one").isSameAs(signed);
        assertThat(desk.calls).isLessThanOrEqualTo(1);
        desk.slow = 0;
        desk.clock.pass(Duration.ofMinutes(2));
        assertThat(stamped(stamping(T, Duration.ofSeconds(30)))).isNotEqualTo(signed);
    }

    @Test
    void nobodyIsAskedWhereNoneIsWanted() {
        assertThat(stamped(stamping(T, Duration.ZERO))).isSameAs(signed);
        assertThat(stamped(stamping((agency, kind) -> LastingRule.NONE, Duration.ofSeconds(30))))
                .isSameAs(signed);
        calls.shutdown();
        assertThat(stamped(stamping(T, Duration.ofSeconds(30))))
                .as("while the gateway stops")
                .isSameAs(signed);
        assertThat(desk.calls).isZero();
    }
}
