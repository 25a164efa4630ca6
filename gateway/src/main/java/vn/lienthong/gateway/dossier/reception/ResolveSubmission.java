package vn.lienthong.gateway.dossier.reception;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Resolution;
import vn.lienthong.gateway.delivery.Routing;
import vn.lienthong.gateway.delivery.SenderSide;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.AgencyBlock;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.StatusMessage;
import vn.lienthong.gateway.packet.TraceHop;

/** Step 6: reads every code as of the document's earliest trusted time and follows it to now. */
public final class ResolveSubmission {

    /** No directory has such a code. */
    private static final String NOBODY = "?";

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** A first hop older than this is somebody's old sample or clock, not the time this document was sent. */
    private static final Duration OLDEST_HOP = Duration.ofDays(30);

    private final Agencies agencies;
    private final Routing routing;
    private final Clock clock;

    public ResolveSubmission(Agencies agencies, Routing routing, Clock clock) {
        this.agencies = agencies;
        this.routing = routing;
        this.clock = clock;
    }

    public Examination resolve(Examination examination) {
        if (examination.message().isEmpty()) {
            return examination;
        }
        Message message = examination.message().get();
        AgencyDirectory directory = agencies.current();
        Submission submission = examination.submission();
        Instant now = clock.instant();
        Instant asOf = earliestTime(message, submission.receivedAt());
        List<Finding> findings = new ArrayList<>();
        Resolution sender = directory.resolve(sender(message), asOf, now);
        checkSender(directory, submission, sender, message, findings);
        Map<AgencyCode, Resolution> recipients = new LinkedHashMap<>();
        for (AgencyCode code : addressees(message, submission, findings)) {
            Resolution resolution = directory.resolve(code, asOf, now);
            recipients.put(code, resolution);
            checkMeaning(directory, message, code, resolution, now, findings);
        }
        if (submission.channel() == Channel.LINK && isSilent(submission, recipients)) {
            leaveOut(directory, submission.caller(), recipients, now);
        }
        long version = directory.version().number();
        return examination.resolved(Optional.of(sender), recipients, version, findings);
    }

    /** Who names nobody comes from nobody known; the check of the packet says what is missing. */
    private static AgencyCode sender(Message message) {
        String written = message.from().organId();
        return new AgencyCode(written.isBlank() ? NOBODY : written);
    }

    /** First hop, else receipt. */
    static Instant earliestTime(Message message, Instant receivedAt) {
        return switch (message) {
            case StatusMessage status -> receivedAt;
            case Packet packet ->
                packet.trace().stream()
                        .map(TraceHop::time)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .filter(time -> time.isBefore(receivedAt) && time.isAfter(receivedAt.minus(OLDEST_HOP)))
                        .orElse(receivedAt);
        };
    }

    private static Set<AgencyCode> addressees(Message message, Submission submission, List<Finding> findings) {
        Set<AgencyCode> written = new LinkedHashSet<>();
        switch (message) {
            case Packet packet ->
                packet.to().stream()
                        .map(AgencyBlock::organId)
                        .filter(id -> !id.isBlank())
                        .forEach(id -> written.add(new AgencyCode(id)));
            case StatusMessage status -> {
                if (!status.responseFor().organId().isBlank()) {
                    written.add(new AgencyCode(status.responseFor().organId()));
                }
            }
        }
        if (submission.addressedTo().isEmpty()) {
            return written;
        }
        boolean listed = submission.channel() == Channel.LINK;
        Set<AgencyCode> narrowed = new LinkedHashSet<>(submission.addressedTo());
        for (AgencyCode code : narrowed) {
            if (!written.contains(code)) {
                String text = "to: " + code.text() + " (expected: một trong các nơi nhận ghi trong gói tin)";
                // What a neighbour's list says is no demand of the sender: refused for it, the document would never
                // come.
                findings.add(
                        listed
                                ? Finding.warning(ErrorCode.RECIPIENTS_WIDENED, "to", text)
                                : Finding.error(ErrorCode.RECIPIENTS_WIDENED, "to", text));
            }
        }
        narrowed.retainAll(written);
        return listed && narrowed.isEmpty() ? written : narrowed;
    }

    /** Whether the neighbour names none of the packet's recipients: then what it says tells nothing. */
    private static boolean isSilent(Submission submission, Map<AgencyCode, Resolution> recipients) {
        return submission.addressedTo().stream().noneMatch(recipients::containsKey);
    }

    /**
     * A neighbour from which we fetch does not always say for whom a copy is. Whoever is reached by that neighbour has the
     * document from it: the copy is for the others. Where there are none, nothing is left out, and a person will see.
     */
    private void leaveOut(
            AgencyDirectory directory, Caller neighbour, Map<AgencyCode, Resolution> recipients, Instant now) {
        Predicate<Resolution> itsOwn = resolution -> resolution
                .destination()
                .filter(agency -> routing.leadsTo(neighbour.systemId(), agency, directory, now))
                .isPresent();
        if (!recipients.values().stream().allMatch(itsOwn)) {
            recipients.values().removeIf(itsOwn);
        }
    }

    private void checkSender(
            AgencyDirectory directory,
            Submission submission,
            Resolution sender,
            Message message,
            List<Finding> findings) {
        String organId = message.from().organId();
        String where = "MessageHeader/From/OrganId";
        submission
                .statedSender()
                .filter(stated -> !stated.text().equals(organId))
                .ifPresent(stated -> findings.add(Finding.error(
                        ErrorCode.SENDER_NOT_CALLER,
                        where,
                        "from: " + stated.text() + " (expected: " + organId + ", như trong gói tin)")));
        Set<AgencyId> meant = possibleSenders(sender);
        if (meant.isEmpty()) {
            findings.add(Finding.error(
                    ErrorCode.AGENCY_UNKNOWN, where, "OrganId: " + organId + " (expected: mã có trong danh mục)"));
            return;
        }
        Right right =
                switch (message) {
                    case Packet packet -> Right.SEND;
                    case StatusMessage status -> Right.STATUS;
                };
        Instant at = submission.receivedAt();
        Caller caller = submission.caller();
        // Whoever has a system or a clerk here speaks by that; so does the body that an old code has become.
        boolean ownHere = meant.stream().anyMatch(agency -> routing.hasItsOwn(agency, caller.systemId(), at));
        boolean mandated = meant.stream()
                .anyMatch(agency -> caller.may(right, agency, at)
                        || (caller.kind() == CallerKind.PEER && caller.may(Right.TRANSIT, agency, at))
                        || (!ownHere && SenderSide.carries(caller, agency, directory, routing, at)));
        if (!mandated) {
            findings.add(Finding.error(
                    ErrorCode.SENDER_NOT_CALLER,
                    where,
                    "OrganId: " + organId + " (expected: cơ quan mà hệ thống "
                            + submission.caller().systemId() + " được ủy quyền)"));
        }
    }

    /** The body that the sender's code meant, and the one it became. */
    static Set<AgencyId> possibleSenders(Resolution sender) {
        return switch (sender) {
            case Resolution.Resolved resolved -> Set.of(resolved.agency());
            case Resolution.Succeeded succeeded -> Set.of(succeeded.original(), succeeded.successor());
            case Resolution.Split split -> Set.of(split.original());
            case Resolution.Closed closed -> Set.of(closed.original());
            case Resolution.NotYet notYet -> Set.of();
            case Resolution.Unknown unknown -> Set.of();
        };
    }

    /** A code that led elsewhere when the document was issued than when it came may be meant either way. */
    private static void checkMeaning(
            AgencyDirectory directory,
            Message message,
            AgencyCode code,
            Resolution resolution,
            Instant now,
            List<Finding> findings) {
        if (!(message instanceof Packet packet) || resolution.destination().isEmpty()) {
            return;
        }
        packet.promulgation()
                .date()
                .map(date -> date.atStartOfDay(VIETNAM).toInstant())
                .filter(issued -> issued.isBefore(now))
                .map(issued -> directory.resolve(code, issued, now))
                .flatMap(Resolution::destination)
                .filter(then -> !Optional.of(then).equals(resolution.destination()))
                .ifPresent(
                        then -> findings.add(
                                Finding.warning(
                                        ErrorCode.AGENCY_AMBIGUOUS_IN_TIME,
                                        "MessageHeader/To[" + code.text() + "]",
                                        "OrganId: " + code.text()
                                                + " chỉ hai cơ quan khác nhau vào ngày ban hành và ngày nhận (expected: một cơ quan)")));
    }
}
