package vn.lienthong.gateway.signature.secondopinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ci")
class TryDssTest {

    @Test
    void theEngineOfThisProgramWorks() {
        assertThat(TryDss.fault(Instant.parse("2026-11-22T02:00:00Z"))).isEmpty();
    }
}
