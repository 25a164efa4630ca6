package vn.lienthong.routes.command.demo;

import static vn.lienthong.routes.command.demo.StepFailed.unless;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.evidence.EntryChain;
import vn.lienthong.gateway.evidence.MakeReceipt;
import vn.lienthong.gateway.evidence.Seals;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.VerifySeal;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.gateway.signature.path.TrustStore;
import vn.lienthong.gateway.signature.path.TrustStores;

/** Checks what the gateway says about the first document as an outsider would who holds the gateway's certificate. */
final class CheckEvidence {
    private final MakeReceipt receipts;
    private final X509Certificate gateway;
    private final Clock clock;

    CheckEvidence(MakeReceipt receipts, X509Certificate gateway, Clock clock) {
        this.receipts = receipts;
        this.gateway = gateway;
        this.clock = clock;
    }

    static void play(Stage stage) {
        Dossier dossier = stage.ledger().dossier(stage.first());
        List<Entry> entries = stage.ledger().entries(dossier);
        unless(entries.size() > 1, "hồ sơ chỉ có " + entries.size() + " dòng chứng cứ");
        EntryChain.check(entries).ifPresent(fault -> {
            throw new StepFailed("chuỗi chứng cứ đứt: " + fault);
        });
        stage.evidence().receipt(dossier, entries.getFirst());
    }

    private void receipt(Dossier dossier, Entry first) {
        Seals.Receipt receipt = receipts.receipt(dossier.id()).orElseThrow(() -> new StepFailed("không có biên nhận"));
        unless(
                receipt.content().contains(first.hash().hex())
                        && receipt.content().contains(dossier.bytes().digest().hex()),
                "biên nhận không nói về đúng văn bản này");
        TrustStores trust = TrustStores.of(new TrustStore(TrustBranch.GOVERNMENT, List.of(gateway), List.of()));
        SignatureReport report = new VerifySeal(trust, Revocations.none(), ValidationPolicy.standard())
                .verify(
                        "receipt",
                        receipt.signature(),
                        receipt.content().getBytes(StandardCharsets.UTF_8),
                        clock.instant());
        boolean genuine = report.verdicts().stream()
                .map(verdict -> verdict.facts())
                .anyMatch(facts -> facts.integrity() == Integrity.INTACT
                        && facts.signer().map(signer -> signer.certificate()).equals(Optional.of(digest())));
        unless(genuine, "chữ ký của biên nhận không đúng");
    }

    private Sha256 digest() {
        try {
            return Sha256.of(gateway.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("gateway certificate: " + e.getMessage() + " (expected: DER)", e);
        }
    }
}
