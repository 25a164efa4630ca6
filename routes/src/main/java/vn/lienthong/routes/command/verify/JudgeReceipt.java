package vn.lienthong.routes.command.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.evidence.CheckReceipt;
import vn.lienthong.gateway.evidence.ReceiptContent;
import vn.lienthong.gateway.evidence.ReceiptProof;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.cms.VerifySeal;

/** Judges a receipt, or whatever else is signed by CMS with its content inside. */
final class JudgeReceipt {

    private final CheckReceipt checking;
    private final @Nullable Path document;

    /** @param document the file that receipts are held against; null when the caller has none */
    JudgeReceipt(VerifySeal verifying, @Nullable Path document) {
        this.checking = new CheckReceipt(verifying);
        this.document = document;
    }

    /** Empty when the bytes are no CMS with content. */
    Optional<JudgedFile> judge(Path file, String name, byte[] bytes, Instant at) throws IOException {
        Optional<CheckReceipt.Checked> checked = checking.check(name, bytes, at);
        return checked.isEmpty() ? Optional.empty() : Optional.of(judged(file, checked.get()));
    }

    private JudgedFile judged(Path file, CheckReceipt.Checked checked) throws IOException {
        List<Finding> findings = new ArrayList<>(checked.findings());
        Optional<ReceiptView> view = Optional.empty();
        if (checked.content().isPresent()) {
            ReceiptContent content = checked.content().get();
            Optional<ReceiptView.Match> match =
                    document == null ? Optional.empty() : Optional.of(new MatchDocument().match(document, content));
            match.filter(found -> found == ReceiptView.Match.OTHER)
                    .ifPresent(other -> findings.add(Finding.error(
                            ErrorCode.DOCUMENT_NOT_OF_RECEIPT,
                            String.valueOf(document),
                            "SHA-256: another (expected: " + content.bytes().hex() + ")")));
            view = Optional.of(new ReceiptView(content, checked.proof().map(ReceiptProof::seal), match));
        }
        return new JudgedFile(file, view, Optional.empty(), checked.reports(), findings);
    }
}
