package vn.lienthong.gateway.verification;

import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.file.FileKind;

/**
 * A file and what was found about it.
 *
 * @param name what the caller calls it
 * @param kind what it was judged as
 * @param receipt what the receipt says, where the file is one
 * @param message what the packet says; empty for what is none, and for a packet that is refused
 * @param reports one per attachment, and the envelope's, for a packet; else one
 * @param findings errors about the file itself, such as a damaged attachment
 */
public record JudgedFile(
        String name,
        FileKind kind,
        Optional<ReceiptView> receipt,
        Optional<Message> message,
        List<SignatureReport> reports,
        List<Finding> findings) {

    public JudgedFile {
        reports = List.copyOf(reports);
        findings = List.copyOf(findings);
    }

    /** A file whose own signatures are all there is to say. */
    static JudgedFile of(FileKind kind, SignatureReport report) {
        return new JudgedFile(report.subject(), kind, Optional.empty(), Optional.empty(), List.of(report), List.of());
    }

    /** A file that could not be looked at. */
    public static JudgedFile unreadable(String name, Finding why) {
        return new JudgedFile(name, FileKind.OTHER, Optional.empty(), Optional.empty(), List.of(), List.of(why));
    }

    /** The same under another name, such as where it lies. */
    public JudgedFile called(String other) {
        return new JudgedFile(other, kind, receipt, message, reports, findings);
    }

    /** The same with other reports. */
    public JudgedFile reporting(List<SignatureReport> others) {
        return new JudgedFile(name, kind, receipt, message, others, findings);
    }

    public Outcome outcome() {
        return Outcome.of(reports, findings);
    }
}
