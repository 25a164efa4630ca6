package vn.lienthong.routes.command.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.signature.SignatureReport;

/**
 * A file and what was found about it.
 *
 * @param receipt what the receipt says, where the file is one
 * @param message what the packet says; empty for a PDF, and for a packet that is refused
 * @param reports one per attachment, and the envelope's, for a packet; one for a PDF
 * @param findings errors about the file itself, such as a damaged attachment
 */
record JudgedFile(
        Path file,
        Optional<ReceiptView> receipt,
        Optional<Message> message,
        List<SignatureReport> reports,
        List<Finding> findings) {

    JudgedFile(Path file, Optional<Message> message, List<SignatureReport> reports, List<Finding> findings) {
        this(file, Optional.empty(), message, reports, findings);
    }

    JudgedFile {
        reports = List.copyOf(reports);
        findings = List.copyOf(findings);
    }

    Outcome outcome() {
        return Outcome.of(reports, findings);
    }
}
