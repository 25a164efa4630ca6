package vn.lienthong.routes.door.provincial;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.StatusCode;
import vn.lienthong.gateway.status.Status;
import vn.lienthong.gateway.tray.WriteStatus;
import vn.lienthong.routes.door.Receiver;
import vn.lienthong.routes.door.ReportCopy;

/**
 * {@code updateStatus} with a number of QĐ 28/2018: existing programs tell the sender so what became of its document, naming
 * the copy only. The status packet is written for them and received like any other.
 */
final class SayStatus {

    /** What a recipient may say of its copy; {@code 13} is the sender's, who has no copy. */
    private static final Set<StatusCode> RECIPIENTS = Set.of(
            StatusCode.ARRIVED,
            StatusCode.REFUSED,
            StatusCode.ACCEPTED,
            StatusCode.ASSIGNED,
            StatusCode.PROCESSING,
            StatusCode.DONE,
            StatusCode.CHANGE_AGREED,
            StatusCode.CHANGE_REFUSED);

    /** May be said again of another recall or update of the same document. */
    private static final Set<StatusCode> REPEATABLE = Set.of(StatusCode.CHANGE_AGREED, StatusCode.CHANGE_REFUSED);

    private static final String NO_REASON = "Hệ thống nhận không nêu lý do";

    private final CollectDocuments collecting;
    private final UnitOfWork work;
    private final WriteStatus writing;
    private final Receiver receiver;
    private final Clock clock;

    SayStatus(CollectDocuments collecting, UnitOfWork work, WriteStatus writing, Receiver receiver, Clock clock) {
        this.collecting = collecting;
        this.work = work;
        this.writing = writing;
        this.receiver = receiver;
        this.clock = clock;
    }

    static boolean isStatus(String text) {
        return text.matches("\\d{1,2}");
    }

    /** The status behind a number, with or without its zero. */
    static StatusCode code(String number) {
        return new StatusCode(number.length() == 1 ? "0" + number : number);
    }

    /**
     * Tells the sender.
     *
     * @param words the reason of a refusal; may be empty
     */
    List<Finding> say(Caller caller, String docId, StatusCode code, String words) throws IOException {
        if (!RECIPIENTS.contains(code)) {
            String text = "status: " + code + " (expected: 01 … 06, 15, 16 của nơi nhận; mã 13 gửi bằng sendEdoc với"
                    + " messageType=status)";
            return List.of(Finding.error(ErrorCode.PARAMETER_MALFORMED, "status", text));
        }
        Optional<Delivery> copy = collecting
                .find(caller, docId)
                .filter(delivery -> delivery.kind() == MessageKind.EDOC)
                .filter(delivery -> delivery.agency().isPresent());
        if (copy.isEmpty()) {
            return List.of(ReportCopy.notFound(docId));
        }
        return isSaid(copy.get(), code) ? List.of() : submit(caller, copy.get(), code, words);
    }

    /** A call whose answer was lost is made again: it is the same status. */
    private boolean isSaid(Delivery copy, StatusCode code) {
        if (REPEATABLE.contains(code)) {
            return false;
        }
        List<Status> own = work.reading(transaction -> transaction.statuses().of(copy.dossier())).stream()
                .filter(status -> status.from().equals(copy.agency()))
                .toList();
        return !own.isEmpty() && own.getLast().code().equals(code.text());
    }

    private List<Finding> submit(Caller caller, Delivery copy, StatusCode code, String words) throws IOException {
        Instant now = clock.instant();
        Dossier dossier = work.reading(transaction -> transaction.dossiers().find(copy.dossier()))
                .orElseThrow();
        String reason = words.isEmpty() && code.needsReason() ? NO_REASON : words;
        WriteStatus.Answer answer =
                new WriteStatus.Answer(copy.agency().orElseThrow(), copy.code(), code, "", reason, now);
        StoredBytes status;
        try {
            status = writing.write(dossier, answer);
        } catch (IllegalArgumentException unwritable) {
            String text = "description: có ký tự mà XML không chứa được (expected: văn bản không có ký tự điều khiển)";
            return List.of(Finding.error(ErrorCode.PARAMETER_MALFORMED, "description", text));
        }
        Submission submission = new Submission(
                status,
                MessageKind.STATUS,
                Channel.PROVINCIAL,
                caller,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                // On the wire an update shares its document's id; the caller says which copy it means.
                Optional.of(copy.dossier()),
                now);
        return switch (receiver.receive(submission)) {
            case ReceptionAnswer.StatusTaken taken -> {
                // Who answers for a document has it: from now on it is asked back, not just withdrawn.
                collecting.take(caller, copy.docId());
                yield List.of();
            }
            case ReceptionAnswer.Refused refused -> refused.findings();
            case ReceptionAnswer.Taken taken ->
                throw new IllegalStateException("status: taken as a document (expected: as a status)");
        };
    }
}
