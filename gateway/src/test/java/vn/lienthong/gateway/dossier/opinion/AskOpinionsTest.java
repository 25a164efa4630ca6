package vn.lienthong.gateway.dossier.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Hold;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.SubIndication;

/** Documents on record and an engine that says what it is told to, in the record. */
final class AskOpinionsTest {

    private final AskedStation asked = new AskedStation();

    @AfterEach
    void close() {
        asked.close();
    }

    private OpinionOutcome outcome(DossierId id) {
        return asked.kept(id).outcome().orElseThrow();
    }

    @Test
    void agreementIsOnRecordAndNothingHappens() {
        DossierId id = asked.take("D1");
        asked.says(Indication.TOTAL_PASSED, "");
        assertThat(asked.asking().ask()).isEqualTo(1);
        assertThat(outcome(id)).isEqualTo(OpinionOutcome.AGREED);
        assertThat(asked.kept(id).detailJson()).contains("\"file\":\"thu.pdf\"").contains("SAME");
        assertThat(asked.station.dossier(id).state()).isEqualTo(DossierState.ACCEPTED);
        assertThat(asked.station.alerts()).isEmpty();
        assertThat(asked.asking().ask()).as("asked once").isZero();
        assertThat(asked.counted).containsExactly(OpinionOutcome.AGREED);
    }

    @Test
    void aDisagreementHoldsWhatHasNotLeft() {
        DossierId id = asked.take("D1");
        asked.says(Indication.INDETERMINATE, "FORMAT_FAILURE");
        asked.asking().ask();
        assertThat(outcome(id)).isEqualTo(OpinionOutcome.DISAGREED);
        assertThat(asked.station.dossier(id).state()).isEqualTo(DossierState.HELD);
        assertThat(asked.station.dossier(id).hold()).contains(Hold.OPERATOR);
        assertThat(asked.station.copy(id, "H01").state()).isEqualTo(DeliveryState.HELD);
        assertThat(asked.station.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo("SECOND_OPINION_DISAGREES");
            assertThat(alert.text()).contains("FORMAT_FAILURE").contains("đang bị giữ");
        });
        assertThat(asked.events(id)).contains(EvidenceEvent.OPINIONS_DIFFER, EvidenceEvent.HELD);

        assertThat(asked.station.operator.release(id, "USER:an", "đã kiểm tra bằng phần mềm khác"))
                .isTrue();
        assertThat(asked.station.copy(id, "H01").state()).isEqualTo(DeliveryState.WAITING);
        asked.pass(Duration.ofDays(2));
        assertThat(asked.asking().ask())
                .as("what a person decided is not disputed again")
                .isZero();
    }

    @Test
    void whatPassesByTheAdministratorsWordAloneIsOnRecordAndNeverHeld() {
        DossierId id = asked.take("D1");
        asked.strictPasses = false;
        asked.says(Indication.INDETERMINATE, "TRY_LATER");
        assertThat(asked.asking().ask()).isZero();
        assertThat(asked.calls).isZero();
        assertThat(outcome(id)).as("no agreement").isEqualTo(OpinionOutcome.NONE);
        assertThat(asked.kept(id).detailJson()).contains("OURS_LOOSER");
        assertThat(asked.station.dossier(id).state()).isEqualTo(DossierState.ACCEPTED);
        assertThat(asked.station.alerts()).isEmpty();
    }

    @Test
    void aSignatureThatTheOtherDoesNotSeeIsADisagreement() {
        DossierId id = asked.take("D1");
        asked.saysNothing();
        asked.asking().ask();
        assertThat(outcome(id)).isEqualTo(OpinionOutcome.DISAGREED);
        assertThat(asked.station.alerts().getFirst().text()).contains("không thấy chữ ký");
    }

    @Test
    void whatHasLeftCannotBeHeldAndTheStorySaysSo() {
        DossierId id = asked.take("D1");
        asked.handOver(id);
        asked.says(Indication.TOTAL_FAILED, "HASH_FAILURE");
        asked.asking().ask();
        assertThat(asked.station.dossier(id).state()).isEqualTo(DossierState.ACCEPTED);
        assertThat(asked.station.alerts().getFirst().text())
                .contains("không giữ lại được")
                .contains("Đã chuyển tới H01");
        assertThat(asked.station.entries(id).getLast().detailJson())
                .contains("\"held\":false")
                .contains("\"left\":[\"H01\"]");
    }

    @Test
    void aCopyThatIsOutOfOurHandsIsHeldWhenItComesBack() {
        DossierId id = asked.takePushed("D1");
        asked.says(Indication.TOTAL_FAILED, "HASH_FAILURE");
        asked.pushFailing(id, () -> asked.asking().ask());
        assertThat(asked.station.dossier(id).state()).isEqualTo(DossierState.HELD);
        assertThat(asked.station.copy(id, "H03").state())
                .as("its attempt failed after the hold")
                .isEqualTo(DeliveryState.HELD);
    }

    @Test
    void aCopyInTheBrokerIsHeldAndItsMessageCountsForNothing() {
        DossierId id = asked.takePushed("D1");
        asked.says(Indication.TOTAL_FAILED, "HASH_FAILURE");
        asked.station.relay.relay();
        assertThat(asked.station.copy(id, "H03").state()).isEqualTo(DeliveryState.QUEUED);
        asked.asking().ask();
        assertThat(asked.station.copy(id, "H03").state()).isEqualTo(DeliveryState.HELD);
        assertThat(asked.pushed()).as("the message comes up").isEmpty();
        assertThat(asked.station.operator.release(id, "USER:an", "ổn")).isTrue();
        asked.station.relay.relay();
        assertThat(asked.pushed()).hasSize(1);
    }

    @Test
    void anEngineThatDoesNotAnswerIsAskedThreeTimes() {
        DossierId id = asked.take("D1");
        asked.fails("lạ");
        int calls = 0;
        for (int hour = 0; hour < 48; hour++) {
            asked.asking().ask();
            asked.pass(Duration.ofHours(1));
        }
        calls += asked.calls;
        assertThat(calls).isEqualTo(3);
        assertThat(outcome(id)).as("no agreement").isEqualTo(OpinionOutcome.NONE);
        assertThat(asked.station.alerts()).singleElement().satisfies(alert -> assertThat(alert.kind())
                .isEqualTo("SECOND_OPINION_MISSING"));
    }

    @Test
    void aDocumentThatKillsTheProcessIsLeftToAPerson() {
        DossierId id = asked.take("D1");
        asked.kills();
        List<AskedStation.Killed> deaths = new ArrayList<>();
        for (int day = 0; day < 20; day++) {
            try {
                asked.asking().ask();
            } catch (AskedStation.Killed death) {
                deaths.add(death);
            }
            asked.pass(Duration.ofDays(1));
        }
        assertThat(deaths).hasSize(3);
        assertThat(outcome(id)).isEqualTo(OpinionOutcome.NONE);
        assertThat(asked.station.alerts()).hasSize(1);
    }

    @Test
    void anEngineThatFailsItsTrialIsNotAskedAndATrialThatPassesEndsTheAlert() {
        DossierId id = asked.take("D1");
        asked.says(Indication.TOTAL_PASSED, "");
        asked.trial = Optional.of("không thấy chữ ký nào");
        AskOpinions asking = asked.asking();
        assertThat(asking.ask()).isZero();
        assertThat(asked.calls).isZero();
        assertThat(asked.kept(id).outcome()).isEmpty();
        assertThat(asked.station.alerts()).singleElement().satisfies(alert -> assertThat(alert.kind())
                .isEqualTo("SECOND_OPINION_UNUSABLE"));
        asked.trial = Optional.empty();
        assertThat(asking.ask()).as("not tried all the time").isZero();
        asked.pass(Duration.ofMinutes(11));
        assertThat(asking.ask()).isEqualTo(1);
        assertThat(asked.station.alerts()).isEmpty();
    }

    @Test
    void whatOursHasNotSettledIsAskedAboutLater() {
        DossierId id = asked.take("D1");
        asked.says(Indication.TOTAL_PASSED, "");
        asked.oursSettled = false;
        asked.asking().ask();
        assertThat(asked.calls).isZero();
        assertThat(asked.kept(id).outcome()).isEmpty();
        asked.oursSettled = true;
        asked.pass(Duration.ofHours(1));
        assertThat(asked.asking().ask()).isEqualTo(1);
    }

    @Test
    void whatPassesByPatienceIsAskedAboutWhenTheListCame() {
        DossierId id = asked.take("D1");
        asked.says(Indication.TOTAL_PASSED, "");
        asked.strictPasses = false;
        asked.strictReason = SubIndication.TRY_LATER;
        asked.asking().ask();
        assertThat(asked.calls).isZero();
        assertThat(asked.kept(id).outcome()).as("not given up").isEmpty();
        asked.strictPasses = true;
        asked.pass(Duration.ofHours(1));
        assertThat(asked.asking().ask()).isEqualTo(1);
        assertThat(outcome(id)).isEqualTo(OpinionOutcome.AGREED);
    }

    @Test
    void aLargeFileIsNotOpened() {
        DossierId id = asked.take("D1");
        asked.largestBytes = 100;
        asked.says(Indication.TOTAL_FAILED, "HASH_FAILURE");
        asked.asking().ask();
        assertThat(asked.calls).isZero();
        assertThat(outcome(id)).isEqualTo(OpinionOutcome.NONE);
        assertThat(asked.station.alerts()).singleElement().satisfies(alert -> assertThat(alert.text())
                .contains("thu.pdf lớn hơn mức"));
    }
}
