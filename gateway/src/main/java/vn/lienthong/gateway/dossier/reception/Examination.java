package vn.lienthong.gateway.dossier.reception;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.Resolution;
import vn.lienthong.gateway.dossier.Outgoing;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.AttachmentStore;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.signature.SignatureReport;

/**
 * What is known of one submission so far; each step hands on a richer one.
 *
 * @param attachments where the decoded attachments lie while the submission is examined
 * @param message empty when the packet could not be read
 * @param outgoing how the bytes leave if nothing forbids to add to them; empty for a status, which has no trace
 * @param sender where the sender's code leads
 * @param recipients each recipient that this submission is for, and where its code leads, in the packet's order
 * @param directoryVersion by which version of the directory codes were resolved
 */
public record Examination(
        Submission submission,
        AttachmentStore attachments,
        Optional<Message> message,
        Optional<Outgoing> outgoing,
        List<Finding> findings,
        List<SignatureReport> reports,
        Optional<Resolution> sender,
        Map<AgencyCode, Resolution> recipients,
        long directoryVersion) {

    public Examination {
        findings = List.copyOf(findings);
        reports = List.copyOf(reports);
        // Copied in order: the packet's order of recipients is what people expect to see.
        recipients = Collections.unmodifiableMap(new LinkedHashMap<>(recipients));
    }

    /** Nothing known yet. */
    public static Examination of(Submission submission, AttachmentStore attachments) {
        return new Examination(
                submission,
                attachments,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of(),
                0);
    }

    public Examination read(Optional<Message> found, Optional<Outgoing> leaving, List<Finding> more) {
        return new Examination(
                submission, attachments, found, leaving, plus(more), reports, sender, recipients, directoryVersion);
    }

    public Examination with(List<Finding> more) {
        return new Examination(
                submission, attachments, message, outgoing, plus(more), reports, sender, recipients, directoryVersion);
    }

    public Examination verified(List<SignatureReport> all) {
        return new Examination(
                submission, attachments, message, outgoing, findings, all, sender, recipients, directoryVersion);
    }

    public Examination resolved(
            Optional<Resolution> from, Map<AgencyCode, Resolution> to, long version, List<Finding> more) {
        return new Examination(submission, attachments, message, outgoing, plus(more), reports, from, to, version);
    }

    private List<Finding> plus(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return all;
    }
}
