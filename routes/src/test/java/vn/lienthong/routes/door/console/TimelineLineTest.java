package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.evidence.EntryChain;
import vn.lienthong.gateway.evidence.EvidenceEvent;

class TimelineLineTest {

    @Test
    void saysWhatHelpsFirstAndKeepsProofsApart() {
        TimelineLine line = line(
                "USER:an",
                """
                {"recipient":"H49","reason":"nhầm nơi nhận","bytes":"ab12","hold":"","codes":["H26","H57"],
                 "recipients":[{"code":"H26","resolution":"Đang hoạt động","delivery":"x"}]}
                """);
        assertThat(line.actor()).isEqualTo(new Actor("user", "an"));
        assertThat(line.details())
                .containsExactly(
                        new TimelineLine.Detail("recipient", List.of("H49")),
                        new TimelineLine.Detail("reason", List.of("nhầm nơi nhận")),
                        new TimelineLine.Detail("codes", List.of("H26", "H57")),
                        new TimelineLine.Detail("recipients", List.of("H26: Đang hoạt động")));
        assertThat(line.proofs()).extracting(TimelineLine.Detail::name).containsExactly("bytes", "hash");
    }

    @Test
    void knowsSystemsFromTheGateway() {
        assertThat(line("AXIS:000.00.00.G22", "{}").actor()).isEqualTo(new Actor("system", "000.00.00.G22"));
        assertThat(line("SYSTEM:qlvb.hanoi", "{}").actor()).isEqualTo(new Actor("system", "qlvb.hanoi"));
        assertThat(line("gateway", "{}").actor()).isEqualTo(new Actor("gateway", ""));
        assertThat(line("somebody", "{}").actor()).isEqualTo(new Actor("other", "somebody"));
    }

    @Test
    void showsAnEntryWhoseDetailCannotBeRead() {
        assertThat(line("gateway", "{broken").details()).isEmpty();
    }

    private static TimelineLine line(String actor, String detail) {
        return TimelineLine.of(EntryChain.append(
                Sample.accepted("1").dossier().id(),
                0,
                Entry.FIRST,
                Sample.TIME,
                EvidenceEvent.REROUTED,
                actor,
                detail));
    }
}
