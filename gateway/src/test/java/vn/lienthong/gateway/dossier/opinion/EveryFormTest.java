package vn.lienthong.gateway.dossier.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.FileVerifier;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.SecondOpinions;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.file.FileVerifiers;
import vn.lienthong.gateway.signature.secondopinion.DssOpinion;
import vn.lienthong.gateway.signature.secondopinion.Opinion;
import vn.lienthong.gateway.signature.secondopinion.ScreenedOpinion;
import vn.lienthong.gateway.signature.secondopinion.SecondOpinion;

/** Documents with a signed file of each form, on record, about which a real engine is asked. */
@Tag("ci")
final class EveryFormTest {
    private static final FileVerifier OURS = FileVerifiers.of(
            DevTrust.stores(DevTrust.pki()), DevTrust.lists(DevTrust.pki()), ValidationPolicy.standard());
    private static final SecondOpinion DSS = new ScreenedOpinion(
            DssOpinion.withLists(DevTrust.stores(DevTrust.pki()), () -> SecondOpinions.lists(DevTrust.pki())));

    private final AskedStation asked = new AskedStation();

    @AfterEach
    void close() {
        asked.close();
    }

    private DossierId take(List<Attachment> files) {
        asked.judging(OURS);
        return asked.take(files, OURS);
    }

    private static Stream<Arguments> everything() {
        return Stream.of(Fate.values())
                .flatMap(fate -> Stream.of(SignedForms.values()).map(form -> Arguments.of(fate, form)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void whatWePassBothPassAndNobodyIsAskedAboutTheRest(Fate fate, SignedForms form) {
        List<Attachment> files = form.by(DevTrust.seal(fate));
        asked.judging(OURS);
        SignatureReport ours = asked.report(files.getLast(), files, OURS);
        if (ours.overall() != Indication.TOTAL_PASSED) {
            assertThat(fate).isNotEqualTo(Fate.GOOD);
            boolean mayPass = ours.verdicts().stream()
                    .anyMatch(one -> one.subIndication().orElseThrow().mayImprove());
            assertThat(ChooseOpinions.all().wants(new DossierId(new UUID(1, 1)), List.of(ours)))
                    .isEqualTo(mayPass);
            return;
        }
        DossierId id = asked.take(files, OURS);
        asked.does(DSS);
        asked.asking().ask();
        assertThat(asked.kept(id).outcome()).contains(OpinionOutcome.AGREED);
        assertThat(asked.kept(id).detailJson()).contains("SAME").doesNotContain("DISAGREES");
        assertThat(asked.calls).isEqualTo(1);
        assertThat(asked.station.alerts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SignedForms.class)
    void aDisputeHoldsAfterARestartToo(SignedForms form) {
        DossierId id = take(form.by(DevTrust.seal(Fate.GOOD)));
        asked.kills();
        try {
            asked.asking().ask();
        } catch (AskedStation.Killed death) {
            asked.pass(AskedStation.LEASE.multipliedBy(2));
        }
        asked.does((file, beside, at) -> worse(DSS.about(file, beside, at)));
        asked.asking().ask();

        assertThat(asked.kept(id).outcome()).contains(OpinionOutcome.DISAGREED);
        assertThat(asked.station.dossier(id).state()).isEqualTo(DossierState.HELD);
        assertThat(asked.station.alerts()).singleElement().satisfies(alert -> assertThat(alert.text())
                .contains("DSS TOTAL_FAILED HASH_FAILURE"));
    }

    private static Opinion worse(Opinion said) {
        return new Opinion(said.signatures().stream()
                .map(one -> new Opinion.OfSignature(one.field(), Indication.TOTAL_FAILED, "HASH_FAILURE"))
                .toList());
    }

    @Test
    void eachOfSeveralFormsInOneDocumentIsAskedAbout() {
        List<Attachment> all = new ArrayList<>();
        for (SignedForms form : List.of(SignedForms.PDF, SignedForms.CMS_DETACHED, SignedForms.CONTAINER)) {
            all.addAll(form.by(DevTrust.seal(Fate.GOOD)));
        }
        DossierId id = take(all);
        asked.does(DSS);
        asked.asking().ask();
        assertThat(asked.calls).isEqualTo(3);
        assertThat(asked.kept(id).outcome()).contains(OpinionOutcome.AGREED);
    }

    @Test
    void whatASignatureIsOverCountsForItsSize() {
        List<Attachment> files = SignedForms.CMS_DETACHED.by(DevTrust.seal(Fate.GOOD));
        DossierId id = take(files);
        asked.does(DSS);
        asked.largestBytes = files.getLast().content().orElseThrow().length() + 5;
        asked.asking().ask();
        assertThat(asked.calls).isZero();
        assertThat(asked.kept(id).outcome()).as("no agreement").contains(OpinionOutcome.NONE);
    }
}
