package vn.lienthong.gateway.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DocumentFacts;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.packet.BusinessAction;

final class ClerkActTest {

    @ParameterizedTest
    @CsvSource({
        "NEW, '', false, false, ACCEPT REFUSE",
        "REPLACE, '', false, false, ACCEPT REFUSE",
        "NEW, 01, false, false, ACCEPT REFUSE",
        "NEW, '', true, false, ACCEPT REFUSE",
        "REVOKE, '', true, false, ACCEPT REFUSE",
        "NEW, 03, false, false, ASSIGN PROCESS FINISH",
        "NEW, 04, false, false, ASSIGN PROCESS FINISH",
        "NEW, 05, false, false, FINISH ASSIGN",
        "NEW, 06, false, false, ''",
        "NEW, 02, false, false, ''",
        "NEW, 15, false, false, ''",
        "NEW, 03, false, true, AGREE DISAGREE ASSIGN PROCESS FINISH",
        "NEW, 06, false, true, AGREE DISAGREE",
        "REVOKE, '', false, false, AGREE DISAGREE",
        "UPDATE, '', false, false, AGREE DISAGREE",
        "REVOKE, 15, false, false, ''",
        "UPDATE, 16, false, false, ''",
    })
    void whatMayBeAnswered(BusinessAction action, String last, boolean held, boolean asked, String acts) {
        List<ClerkAct> expected = acts.isEmpty()
                ? List.of()
                : Arrays.stream(acts.split(" ")).map(ClerkAct::valueOf).toList();
        assertThat(ClerkAct.possible(item(action, last, held, asked))).isEqualTo(expected);
    }

    @Test
    void theirCodesAreThoseOfTheRegulation() {
        assertThat(Arrays.stream(ClerkAct.values()).map(act -> act + " " + act.code()))
                .containsExactly(
                        "ACCEPT 03", "REFUSE 02", "ASSIGN 04", "PROCESS 05", "FINISH 06", "AGREE 15", "DISAGREE 16");
        assertThat(ClerkAct.at("refuse")).contains(ClerkAct.REFUSE);
        assertThat(ClerkAct.at("REFUSE")).isEmpty();
    }

    private static TrayItem item(BusinessAction action, String last, boolean held, boolean asked) {
        return new TrayItem(
                new DeliveryId(new UUID(1, 1)),
                new DossierId(new UUID(1, 2)),
                new AgencyId(new UUID(1, 3)),
                action,
                "Bộ",
                new DocumentFacts("1", "A", "Công văn", "Về việc", Optional.empty(), "B", 0),
                Instant.EPOCH,
                held,
                false,
                last,
                asked);
    }
}
