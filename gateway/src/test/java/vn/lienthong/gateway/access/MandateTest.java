package vn.lienthong.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Sketch;

final class MandateTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-07-01T00:00:00Z");
    private static final AgencyId SO = Sketch.id("so");
    private static final Caller CALLER =
            new Caller("s", CallerKind.AGENCY, List.of(new Mandate(SO, Right.SEND, FROM, Optional.of(TO))));

    @ParameterizedTest
    @CsvSource({
        "2025-12-31T23:59:59.999Z, false",
        "2026-01-01T00:00:00Z, true",
        "2026-06-30T23:59:59.999Z, true",
        "2026-07-01T00:00:00Z, false"
    })
    void theFirstInstantIsInAndTheLastIsOut(Instant at, boolean may) {
        assertThat(CALLER.may(Right.SEND, SO, at)).isEqualTo(may);
        assertThat(CALLER.agencies(Right.SEND, at)).hasSize(may ? 1 : 0);
    }

    @Test
    void aRightIsForItselfAndItsAgencyAlone() {
        for (Right right : Right.values()) {
            assertThat(CALLER.may(right, SO, FROM)).isEqualTo(right == Right.SEND);
            assertThat(CALLER.may(right, Sketch.id("phong"), FROM)).isFalse();
        }
    }

    @Test
    void anOpenEndHoldsForEver() {
        Mandate open = new Mandate(SO, Right.SEND, FROM, Optional.empty());
        assertThat(open.holdsAt(Instant.parse("2999-01-01T00:00:00Z"))).isTrue();
    }

    private static ReceivingSystem system(int hours, List<String> addresses, Optional<String> certificate) {
        return new ReceivingSystem(
                "s", "s", CallerKind.AGENCY, Duration.ofHours(hours), addresses, certificate, Optional.empty(), true);
    }

    @Test
    void aLongerWindowNeedsSomethingThatTheSystemIsBoundTo() {
        assertThatThrownBy(() -> system(25, List.of(), Optional.empty())).hasMessageContaining("24 h");
        assertThatCode(() -> system(24, List.of(), Optional.empty())).doesNotThrowAnyException();
        assertThatCode(() -> system(800, List.of("10.0.0.0/8"), Optional.empty()))
                .doesNotThrowAnyException();
        assertThatCode(() -> system(800, List.of(), Optional.of("ab"))).doesNotThrowAnyException();
    }
}
