package vn.lienthong.gateway.verification;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.evidence.CheckReceipt;
import vn.lienthong.gateway.evidence.ReceiptContent;
import vn.lienthong.gateway.evidence.ReceiptProof;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.cms.VerifySeal;
import vn.lienthong.gateway.signature.file.FileKind;

/** Judges a receipt, or whatever else is signed by CMS with its content inside. */
final class JudgeReceipt {

    private final CheckReceipt checking;
    private final MatchDocument matching;

    JudgeReceipt(VerifySeal verifying, MatchDocument matching) {
        this.checking = new CheckReceipt(verifying);
        this.matching = matching;
    }

    /**
     * Empty when the bytes are no CMS with content.
     *
     * @param documents what the receipt is held against; it must be about one of them
     */
    Optional<JudgedFile> judge(SignedFile file, List<SignedFile> documents, Instant at) throws IOException {
        Optional<CheckReceipt.Checked> checked = checking.check(file.name(), file.all(), at);
        return checked.isEmpty() ? Optional.empty() : Optional.of(judged(file, documents, checked.get()));
    }

    private JudgedFile judged(SignedFile file, List<SignedFile> documents, CheckReceipt.Checked checked)
            throws IOException {
        List<Finding> findings = new ArrayList<>(checked.findings());
        Optional<ReceiptView> view = Optional.empty();
        if (checked.content().isPresent()) {
            ReceiptContent content = checked.content().get();
            Optional<ReceiptView.Match> match = best(documents, content);
            match.filter(found -> found == ReceiptView.Match.OTHER)
                    .ifPresent(other -> findings.add(Finding.error(
                            ErrorCode.DOCUMENT_NOT_OF_RECEIPT,
                            documents.getFirst().name(),
                            "SHA-256: another (expected: " + content.bytes().hex() + ")")));
            view = Optional.of(new ReceiptView(content, checked.proof().map(ReceiptProof::seal), match));
        }
        return new JudgedFile(file.name(), FileKind.CMS, view, Optional.empty(), checked.reports(), findings);
    }

    private Optional<ReceiptView.Match> best(List<SignedFile> documents, ReceiptContent content) throws IOException {
        List<ReceiptView.Match> matches = new ArrayList<>();
        for (SignedFile document : documents) {
            matches.add(matching.match(document, content));
        }
        return matches.stream().min(Enum::compareTo);
    }
}
