package vn.lienthong.gateway.packet.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.gateway.dossier.reception.Letters;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.TraceHop;

class TraceLoopsTest {

    @ParameterizedTest
    @CsvSource({
        "G01, false",
        "G01 OWN, false",
        "OWN G01 own OWN.1, false",
        "G01 OWN A OWN, true",
        "A B C D, false",
        "A B C D E, true"
    })
    void twiceHereOrTooManyStations(String codes, boolean found) {
        Packet letter = Letters.letter("D1", "H01");
        List<TraceHop> trace = Arrays.stream(codes.split(" "))
                .map(code -> new TraceHop(code, "2026/11/02 10:00:00"))
                .toList();
        Packet travelled = new Packet(
                letter.header(),
                true,
                trace,
                letter.business(),
                letter.envelopeSignature(),
                letter.manifest(),
                letter.attachments());
        List<Finding> findings = new PacketChecks(List.of()).withLoops("OWN", 4).check(travelled);
        assertThat(findings).extracting(Finding::code).isEqualTo(found ? List.of(ErrorCode.TRACE_LOOP) : List.of());
    }
}
