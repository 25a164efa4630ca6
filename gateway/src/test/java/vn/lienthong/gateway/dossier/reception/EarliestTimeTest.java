package vn.lienthong.gateway.dossier.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.TraceHop;

final class EarliestTimeTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-02T03:00:00Z");

    private static Packet passed(String... times) {
        Packet letter = Letters.letter("D1", "H01");
        List<TraceHop> trace =
                Arrays.stream(times).map(time -> new TraceHop("G01", time)).toList();
        return new Packet(
                letter.header(),
                true,
                trace,
                letter.business(),
                letter.envelopeSignature(),
                letter.manifest(),
                letter.attachments());
    }

    @ParameterizedTest
    @CsvSource({
        "2026/11/02 09:00:00, 2026-11-02T02:00:00Z",
        "2026/11/02 11:00:00, 2026-11-02T03:00:00Z",
        "2019/01/01 00:00:00, 2026-11-02T03:00:00Z",
        "vô nghĩa,            2026-11-02T03:00:00Z"
    })
    void theFirstHopCountsUnlessItLiesAheadOrIsSomebodysOldSample(String hop, Instant expected) {
        assertThat(ResolveSubmission.earliestTime(passed(hop), RECEIVED)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "4,4", "5,0", "0,0", "'',0", "12,0", "x,0", "' 3 ',3", "٣,0"})
    void onlyOneToFourAreUrgent(String text, int urgency) {
        assertThat(Urgency.of(Letters.letterOf("G01", "D1", "x", text, "H01"))).isEqualTo(urgency);
    }
}
