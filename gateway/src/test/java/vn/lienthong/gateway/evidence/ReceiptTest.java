package vn.lienthong.gateway.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.TimeFacts;
import vn.lienthong.gateway.signature.cms.CmsAddition;
import vn.lienthong.gateway.signature.cms.CmsException;

/** A receipt in the hands of somebody who has the file, the gateway's certificate, and nothing else of ours. */
final class ReceiptTest extends AtTheEvidenceDesk {

    private byte[] receipt(DossierId dossier) {
        return desk.export.export(dossier).orElseThrow();
    }

    @Test
    void saysWhichBytesWereReceivedAndGrowsAProofBesideTheSameSignature() throws Exception {
        DossierId dossier = desk.send("D1");
        byte[] early = receipt(dossier);

        CheckReceipt.Checked before = desk.check(early);
        assertThat(before.content().orElseThrow().bytes())
                .isEqualTo(desk.station.dossier(dossier).bytes().digest());
        assertThat(before.proof()).isEmpty();
        assertThat(before.reports()).extracting(SignatureReport::overall).containsExactly(Indication.TOTAL_PASSED);

        desk.send("D2");
        desk.send("D3");
        desk.authority.away = true;
        desk.minute();
        CheckReceipt.Checked whileSealed = desk.check(receipt(dossier));
        assertThat(whileSealed.findings()).isEmpty();
        assertThat(whileSealed.proof().orElseThrow().path()).isNotEmpty();
        assertThat(time(whileSealed).timestamped()).isEmpty();

        desk.authority.away = false;
        desk.minute();
        byte[] late = receipt(dossier);
        CheckReceipt.Checked after = desk.check(late);
        assertThat(after.findings()).isEmpty();
        assertThat(after.reports())
                .extracting(SignatureReport::overall)
                .containsExactly(Indication.TOTAL_PASSED, Indication.TOTAL_PASSED);
        assertThat(time(after).timestampProven()).isTrue();
        assertThat(CmsAddition.signatureValue(late)).isEqualTo(CmsAddition.signatureValue(early));
        assertThat(receipt(dossier)).as("the same each time").isEqualTo(late);
    }

    private static TimeFacts time(CheckReceipt.Checked checked) {
        return checked.reports().get(1).verdicts().getFirst().facts().time();
    }

    @Test
    void whoeverWasNotGivenTheCertificateCannotConclude() throws Exception {
        byte[] file = receipt(desk.send("D1"));
        try (EvidenceDesk other = new EvidenceDesk(java.nio.file.Files.createDirectory(folder.resolve("other")))) {
            assertThat(other.check(file).reports())
                    .extracting(SignatureReport::overall)
                    .containsExactly(Indication.INDETERMINATE);
        }
    }

    @Test
    void everyByteThatMattersIsNoticed() throws Exception {
        DossierId dossier = desk.send("D1");
        desk.send("D2");
        desk.minute();
        byte[] file = receipt(dossier);
        assertThat(passes(desk.check(file))).isTrue();
        String signed = desk.check(file).content().orElseThrow().toString();
        int tried = 0;
        int passed = 0;
        for (int at = 0; at < file.length; at += 13) {
            byte[] changed = file.clone();
            changed[at] ^= 4;
            tried++;
            boolean passes = desk.checking()
                    .check("receipt", changed, desk.station.clock.instant())
                    .filter(ReceiptTest::passes)
                    .isPresent();
            if (passes) {
                passed++;
                assertThat(desk.check(changed).content().orElseThrow()).hasToString(signed);
            }
        }
        // Nobody signs the authorities' certificates that lie beside, which the one who checks has of his own.
        assertThat(passed).isLessThan(tried / 2);
    }

    private static boolean passes(CheckReceipt.Checked checked) {
        return checked.findings().isEmpty()
                && checked.content().isPresent()
                && checked.proof().isPresent()
                && checked.reports().stream().allMatch(report -> report.overall() == Indication.TOTAL_PASSED)
                && time(checked).timestampProven();
    }

    @Test
    void aProofOfAnotherDocumentIsNone() throws Exception {
        DossierId dossier = desk.send("D1");
        DossierId other = desk.send("D2");
        byte[] bare = receipt(dossier);
        desk.minute();
        ReceiptProof own = desk.check(receipt(dossier)).proof().orElseThrow();
        ReceiptProof theirs = desk.check(receipt(other)).proof().orElseThrow();

        assertThat(faults(bare, own)).isEmpty();
        assertThat(faults(bare, theirs)).extracting(Finding::text).anyMatch(text -> text.startsWith("entry: another"));
        assertThat(faults(bare, new ReceiptProof(own.entry(), theirs.path(), own.seal())))
                .extracting(Finding::text)
                .anyMatch(text -> text.startsWith("path: does not lead"));
        Entry entry = own.entry();
        Entry altered = new Entry(
                entry.dossier(),
                entry.sequence(),
                entry.at(),
                entry.event(),
                entry.actor(),
                entry.detailJson().replace("D1", "D9"),
                entry.previous(),
                entry.hash());
        assertThat(faults(bare, new ReceiptProof(altered, own.path(), own.seal())))
                .extracting(Finding::text)
                .contains("entry 1: content does not match its hash");
    }

    @Test
    void aSealOfSomebodyElseDoesNotVouchForTheEntry() throws Exception {
        DossierId dossier = desk.send("D1");
        byte[] bare = receipt(dossier);
        desk.minute();
        ReceiptProof own = desk.check(receipt(dossier)).proof().orElseThrow();
        Seal wider = new Seal(
                own.seal().format(),
                own.seal().at(),
                own.seal().entries() + 1,
                own.seal().root(),
                Sha256.of(new byte[0]),
                own.seal().signature());

        assertThat(desk.check(with(bare, new ReceiptProof(own.entry(), own.path(), wider)))
                        .reports())
                .extracting(SignatureReport::overall)
                .containsExactly(Indication.TOTAL_PASSED, Indication.TOTAL_FAILED);
    }

    private List<Finding> faults(byte[] bare, ReceiptProof proof) throws CmsException {
        return desk.check(with(bare, proof)).findings();
    }

    private static byte[] with(byte[] bare, ReceiptProof proof) throws CmsException {
        return CmsAddition.with(bare, ReceiptProof.ATTRIBUTE, proof.json().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsNoReceiptIsToldApart() throws Exception {
        CheckReceipt.Checked letter =
                desk.check(desk.seal.sign("một lá thư".getBytes(StandardCharsets.UTF_8), desk.station.clock.instant()));
        assertThat(letter.content()).isEmpty();
        assertThat(letter.reports()).extracting(SignatureReport::overall).containsExactly(Indication.TOTAL_PASSED);
        assertThat(desk.checking().check("x", new byte[] {0x30, 0x03, 1, 2, 3}, desk.station.clock.instant()))
                .isEmpty();
        byte[] nonsense = CmsAddition.with(
                receipt(desk.send("D1")), ReceiptProof.ATTRIBUTE, "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(desk.check(nonsense).findings()).hasSize(1);
    }
}
