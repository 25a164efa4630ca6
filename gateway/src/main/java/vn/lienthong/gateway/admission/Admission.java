package vn.lienthong.gateway.admission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.Resolution;
import vn.lienthong.gateway.dossier.Hold;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SubIndication;

/** The decision over one submission (cycle of a document, step 7). Pure: the same arguments give the same verdict. */
public final class Admission {

    private final Policy policy;

    public Admission(Policy policy) {
        this.policy = policy;
    }

    /** One situation that was met, and what made it so. */
    private record Met(PolicyCase policyCase, PolicyAction action, Finding because) {}

    /**
     * Decides.
     *
     * @param findings everything the reading, the checks and the resolution found
     * @param reports one per attachment that can carry signatures, and the envelope's
     * @param resolutions each recipient's code and where it leads
     * @param caller the column of the policy
     */
    public Verdict decide(
            List<Finding> findings,
            List<SignatureReport> reports,
            Map<AgencyCode, Resolution> resolutions,
            CallerKind caller,
            SeenBefore seen) {
        Map<AgencyCode, RecipientDecision> recipients = new LinkedHashMap<>();
        List<Met> met = new ArrayList<>();
        findings.forEach(finding -> meet(met, finding, caller));
        meetSignatures(met, reports, caller);
        resolutions.forEach((code, resolution) -> meetRecipient(met, recipients, code, resolution, caller));

        List<Met> rejecting =
                met.stream().filter(m -> m.action() == PolicyAction.REJECT).toList();
        // What was taken once gets its answer again whatever is found now; but only from who may send it, and not where
        // the
        // answer would speak of a recipient that the packet does not name.
        boolean unanswerable = rejecting.stream()
                .anyMatch(m -> m.policyCase() == PolicyCase.SENDER_NOT_CALLERS
                        || m.because().code() == ErrorCode.RECIPIENTS_WIDENED);
        if (!rejecting.isEmpty() && (unanswerable || !(seen instanceof SeenBefore.Same))) {
            return new Verdict.Rejected(
                    rejecting.stream().map(Met::because).distinct().toList());
        }
        return switch (seen) {
            case SeenBefore.Same same -> new Verdict.Duplicate(same.dossier(), recipients);
            case SeenBefore.Different different -> conflict(different);
            case SeenBefore.Never never -> taken(met, recipients);
        };
    }

    private static Verdict conflict(SeenBefore.Different different) {
        String text = "DocumentId: " + different.dossier().key().documentId().value()
                + " đã được gửi lúc " + different.dossier().receivedAt()
                + " với nội dung khác (expected: cùng nội dung, hoặc nghiệp vụ cập nhật/thay thế)";
        return new Verdict.Rejected(
                List.of(Finding.error(ErrorCode.DOCUMENT_CONFLICT, "MessageHeader/DocumentId", text)));
    }

    private static Verdict taken(List<Met> met, Map<AgencyCode, RecipientDecision> recipients) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        met.forEach(m -> mark(marks, m.policyCase()));
        return met.stream()
                .filter(Admission::holdsWhole)
                .max(Comparator.comparing(Met::action))
                .<Verdict>map(worst -> new Verdict.Held(
                        hold(worst.action()),
                        worst.because().code().name() + " " + worst.because().where() + ": "
                                + worst.because().text(),
                        marks,
                        recipients))
                .orElseGet(() -> new Verdict.Accepted(marks, recipients));
    }

    /** A split recipient waits for the registrar alone; whatever else is held, is held for everybody. */
    private static boolean holdsWhole(Met met) {
        return met.action().compareTo(PolicyAction.HOLD_REGISTRAR) >= 0
                && met.policyCase() != PolicyCase.RECIPIENT_SPLIT;
    }

    private static void mark(Set<Mark> marks, PolicyCase policyCase) {
        switch (policyCase) {
            case SIGNATURE_ABSENT -> marks.add(Mark.FOR_INFORMATION);
            case SIGNATURE_INDETERMINATE -> marks.add(Mark.INDETERMINATE);
            case SIGNATURE_NOT_CHECKED -> marks.add(Mark.NOT_CHECKED);
            case RECIPIENT_SUCCEEDED -> marks.add(Mark.SUCCEEDED);
            case PACKET_INVALID,
                    SIGNATURE_FAILED,
                    ATTACHMENT_DAMAGED,
                    SIGNATURE_UNTRUSTED,
                    SEAL_NOT_SENDERS,
                    STATE_SECRET,
                    TRACE_LOOP,
                    RECIPIENT_UNKNOWN,
                    RECIPIENT_CLOSED,
                    RECIPIENT_NOT_YET,
                    RECIPIENT_SPLIT,
                    CODE_AMBIGUOUS_IN_TIME,
                    SENDER_NOT_CALLERS -> {}
        }
    }

    private static Hold hold(PolicyAction action) {
        return switch (action) {
            case HOLD_REGISTRAR -> Hold.REGISTRAR;
            case HOLD_CLERK -> Hold.RECEIVING_CLERK;
            case QUARANTINE -> Hold.QUARANTINE;
            case HOLD_OPERATOR, ACCEPT, ACCEPT_MARKED, REJECT -> Hold.OPERATOR;
        };
    }

    private void meet(List<Met> met, Finding finding, CallerKind caller) {
        PolicyCase.of(finding.code())
                .or(() -> finding.isError() ? Optional.of(PolicyCase.PACKET_INVALID) : Optional.empty())
                .ifPresent(policyCase -> add(met, policyCase, finding, caller));
    }

    private void add(List<Met> met, PolicyCase policyCase, Finding because, CallerKind caller) {
        met.add(new Met(policyCase, policy.action(policyCase, caller), because));
    }

    private void meetSignatures(List<Met> met, List<SignatureReport> reports, CallerKind caller) {
        boolean signed = false;
        boolean unchecked = false;
        for (SignatureReport report : reports) {
            boolean envelope = report.subject().equals(SignatureReport.ENVELOPE);
            signed |= !envelope && (report.presence() == Presence.SIGNED || report.presence() == Presence.BROKEN);
            if (report.presence() == Presence.BROKEN) {
                add(met, PolicyCase.SIGNATURE_FAILED, broken(report), caller);
            }
            if (!envelope && report.presence() == Presence.NOT_CHECKED) {
                unchecked = true;
                add(met, PolicyCase.SIGNATURE_NOT_CHECKED, notChecked(report), caller);
            }
            report.allFindings().stream()
                    .filter(finding -> finding.code() == ErrorCode.CHANGED_AFTER_SIGNING && finding.isError())
                    .forEach(finding -> add(met, PolicyCase.SIGNATURE_FAILED, finding, caller));
            for (SignatureVerdict verdict : report.verdicts()) {
                // The law's weight lies in the documents: a weak or unknown envelope signature proves nothing and costs
                // nothing, only a failed one says that somebody changed the packet.
                if (!envelope || verdict.indication() == Indication.TOTAL_FAILED) {
                    meetVerdict(met, report.subject(), verdict, caller);
                }
            }
        }
        // What nobody looked at is not unsigned: it may be signed, and badly.
        if (!signed && !unchecked) {
            Finding absent = Finding.warning(
                    ErrorCode.SIGNATURE_ABSENT,
                    "edXMLBody",
                    "chữ ký số: không có (expected: ít nhất một tệp PDF đã ký)");
            add(met, PolicyCase.SIGNATURE_ABSENT, absent, caller);
        }
    }

    private void meetVerdict(List<Met> met, String subject, SignatureVerdict verdict, CallerKind caller) {
        String where = subject + " " + verdict.facts().field();
        String reason = verdict.subIndication().map(SubIndication::name).orElse("");
        if (verdict.indication() == Indication.TOTAL_FAILED) {
            Finding because =
                    Finding.error(ErrorCode.SIGNATURE_FAILED, where, "chữ ký: " + reason + " (expected: TOTAL_PASSED)");
            add(met, PolicyCase.SIGNATURE_FAILED, because, caller);
        } else if (verdict.subIndication().filter(sub -> !sub.mayImprove()).isPresent()) {
            Finding because = Finding.warning(
                    ErrorCode.SIGNATURE_UNTRUSTED,
                    where,
                    "chữ ký: " + reason + " (expected: chứng thư từ gốc tin cậy, đúng mục đích, thuật toán đủ mạnh)");
            add(met, PolicyCase.SIGNATURE_UNTRUSTED, because, caller);
        } else if (verdict.indication() == Indication.INDETERMINATE) {
            Finding because = Finding.warning(
                    ErrorCode.SIGNATURE_INDETERMINATE, where, "chữ ký: " + reason + " (expected: TOTAL_PASSED)");
            add(met, PolicyCase.SIGNATURE_INDETERMINATE, because, caller);
        }
    }

    private static Finding notChecked(SignatureReport report) {
        String why = report.findings().stream()
                .findFirst()
                .map(Finding::text)
                .orElse("chữ ký: chưa xem được (expected: tệp xem được)");
        return Finding.warning(ErrorCode.SIGNATURE_NOT_CHECKED, report.subject(), why);
    }

    private static Finding broken(SignatureReport report) {
        return report.findings().stream()
                .filter(Finding::isError)
                .findFirst()
                .orElseGet(() -> Finding.error(
                        ErrorCode.SIGNATURE_BROKEN,
                        report.subject(),
                        "chữ ký: bị phá vỡ cấu trúc (expected: chữ ký đọc được)"));
    }

    private void meetRecipient(
            List<Met> met,
            Map<AgencyCode, RecipientDecision> recipients,
            AgencyCode code,
            Resolution resolution,
            CallerKind caller) {
        Recipients.Outcome outcome = Recipients.judge(code, resolution);
        outcome.policyCase().ifPresent(policyCase -> add(met, policyCase, outcome.because(), caller));
        recipients.put(code, outcome.decision());
    }
}
