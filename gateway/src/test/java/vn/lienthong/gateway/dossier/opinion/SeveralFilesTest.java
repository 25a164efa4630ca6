package vn.lienthong.gateway.dossier.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.signature.FileVerifier;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.secondopinion.NoOpinion;
import vn.lienthong.gateway.signature.secondopinion.Opinion;

/** Documents of several files, of which what is said about one puts nothing off and hides nothing about another. */
final class SeveralFilesTest {
    private static final String FIELD = "Signature1";

    private final AskedStation asked = new AskedStation();

    @AfterEach
    void close() {
        asked.close();
    }

    /** A file is what its name says of it. */
    private DossierId take(String... names) {
        FileVerifier ours = (file, beside, at) -> {
            SignatureFacts facts = SignatureFacts.unread(FIELD, "ETSI.CAdES.detached", at);
            SignatureVerdict verdict = file.name().startsWith("chờ")
                    ? SignatureVerdict.because(SubIndication.TRY_LATER, facts, List.of())
                    : SignatureVerdict.passed(facts, List.of());
            return new SignatureReport(file.name(), Presence.SIGNED, List.of(verdict), List.of());
        };
        asked.judging(ours);
        asked.does((file, beside, at) -> {
            if (file.name().startsWith("giấu")) {
                throw NoOpinion.withheld("giấu");
            }
            if (file.name().startsWith("đổ")) {
                throw new NoOpinion("đổ", new IllegalStateException());
            }
            Indication said = file.name().startsWith("sai") ? Indication.TOTAL_FAILED : Indication.TOTAL_PASSED;
            return new Opinion(List.of(new Opinion.OfSignature(FIELD, said, "")));
        });
        return asked.take(
                Stream.of(names)
                        .map(name -> SignedForms.attachment(name, name.getBytes(StandardCharsets.UTF_8)))
                        .toList(),
                ours);
    }

    private OpinionOutcome outcome(DossierId id) {
        return asked.kept(id).outcome().orElseThrow();
    }

    private void isHeldAtOnce(String... names) {
        DossierId id = take(names);
        asked.asking().ask();
        assertThat(outcome(id)).isEqualTo(OpinionOutcome.DISAGREED);
        assertThat(asked.station.dossier(id).state()).isEqualTo(DossierState.HELD);
    }

    @Test
    void aFileThatIsNotSettledPutsNoDisputeOff() {
        isHeldAtOnce("chờ.pdf", "sai.pdf");
    }

    @Test
    void aFileThatIsNotSettledAfterItNeither() {
        isHeldAtOnce("sai.pdf", "chờ.pdf");
    }

    @Test
    void aFileThatIsWithheldHidesNoDispute() {
        isHeldAtOnce("giấu.xml", "sai.pdf");
    }

    @Test
    void aFileThatTheEngineFailsOnHidesNoDispute() {
        isHeldAtOnce("sai.pdf", "đổ.pdf");
    }

    @Test
    void whatIsWithheldIsLeftToAPersonAtOnceAndIsNoAgreement() {
        DossierId id = take("đúng.pdf", "giấu.xml");
        asked.asking().ask();
        assertThat(outcome(id)).isEqualTo(OpinionOutcome.NONE);
        assertThat(asked.kept(id).detailJson()).contains("SAME");
        assertThat(asked.station.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo("SECOND_OPINION_MISSING");
            assertThat(alert.text()).contains("giấu");
        });
        asked.pass(Duration.ofDays(1));
        asked.asking().ask();
        assertThat(asked.calls).as("never again").isEqualTo(2);
    }

    @Test
    void whatIsSettledIsNotAskedAboutEachHourOfAMonth() {
        DossierId id = take("đúng.pdf", "chờ.pdf");
        for (int hour = 0; hour < 31 * 24; hour++) {
            asked.asking().ask();
            asked.pass(Duration.ofHours(1));
        }
        assertThat(asked.calls).isBetween(2, 60);
        assertThat(outcome(id)).as("what we did not pass needs no opinion").isEqualTo(OpinionOutcome.AGREED);
    }
}
