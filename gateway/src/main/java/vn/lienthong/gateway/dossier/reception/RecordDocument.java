package vn.lienthong.gateway.dossier.reception;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.admission.RecipientDecision;
import vn.lienthong.gateway.admission.Verdict;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DocumentFacts;
import vn.lienthong.gateway.dossier.DocumentKey;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Facts;
import vn.lienthong.gateway.dossier.Hold;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Recipient;
import vn.lienthong.gateway.dossier.SealedFile;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.opinion.ChooseOpinions;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.finding.FindingsJson;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.webhook.TellNews;

/** Writes a document that was taken: its dossier, a delivery a recipient, the first entry of its chain. */
public final class RecordDocument {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final PlanDeliveries plan;
    private final LinkLineage lineage;
    private final JoinStatus joining;
    private final ChooseOpinions opinions;
    private final Ids ids;
    private final Clock clock;

    /** @param opinions which documents wait for another engine's opinion of their signatures */
    public RecordDocument(
            PlanDeliveries plan,
            LinkLineage lineage,
            JoinStatus joining,
            ChooseOpinions opinions,
            Ids ids,
            Clock clock) {
        this.plan = plan;
        this.lineage = lineage;
        this.joining = joining;
        this.opinions = opinions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Writes the document.
     *
     * @return empty when another transaction recorded the same document first
     */
    Optional<ReceptionAnswer> record(Transaction transaction, Decision.Document decision) {
        return switch (decision.verdict()) {
            case Verdict.Accepted accepted ->
                add(
                        transaction,
                        decision,
                        DossierState.ACCEPTED,
                        accepted.marks(),
                        Optional.empty(),
                        "",
                        accepted.recipients());
            case Verdict.Held held ->
                add(
                        transaction,
                        decision,
                        DossierState.HELD,
                        held.marks(),
                        Optional.of(held.by()),
                        held.reason(),
                        held.recipients());
            case Verdict.Duplicate duplicate -> repeat(transaction, decision, duplicate);
            case Verdict.Rejected rejected -> throw new IllegalStateException("verdict: rejected (expected: taken)");
        };
    }

    private Optional<ReceptionAnswer> add(
            Transaction transaction,
            Decision.Document decision,
            DossierState state,
            Set<Mark> marks,
            Optional<Hold> hold,
            String reason,
            Map<AgencyCode, RecipientDecision> recipients) {
        Instant now = clock.instant();
        Examination examination = decision.examination();
        Packet packet = decision.packet();
        DossierId id = new DossierId(ids.uuid());
        PlanDeliveries.Plan planned =
                plan.plan(examination, packet, id, recipients, Map.of(), state == DossierState.HELD, now);
        DocumentKey key =
                DecideSubmission.key(DecideSubmission.sender(examination).orElseThrow(), packet, decision.content());
        Dossier dossier = new Dossier(
                id,
                key,
                id,
                new AgencyCode(packet.from().organId()),
                packet.from().organName(),
                ids.docId(),
                examination.submission().caller().systemId(),
                examination.submission().channel(),
                decision.content(),
                examination.submission().bytes(),
                state,
                marks,
                hold,
                reason,
                facts(packet),
                examination.directoryVersion(),
                FindingsJson.write(examination.findings()),
                MAPPER.writeValueAsString(examination.reports()),
                examination.submission().receivedAt(),
                List.of());
        if (!transaction.dossiers().add(dossier)) {
            return Optional.empty();
        }
        transaction.deliveries().add(planned.deliveries());
        TellNews.added(transaction, planned.deliveries());
        transaction.dossiers().addRecipients(id, planned.recipients());
        transaction.dossiers().addCopy(id, examination.submission());
        if (opinions.wants(id, examination.reports())) {
            transaction.opinions().await(id, now);
        }
        Facts facts = acceptance(dossier, planned);
        addSealed(examination, facts);
        addOutgoing(transaction, id, examination, facts);
        transaction.entries().begin(id, now, EvidenceEvent.SUBMISSION_ACCEPTANCE, actor(examination), facts.json());
        lineage.link(transaction, dossier.withRecipients(planned.recipients()), packet, now);
        joining.waited(transaction, dossier, now);
        List<Finding> findings = new ArrayList<>(examination.findings());
        findings.addAll(TellRecipients.of(examination, planned));
        if (waitsForTarget(transaction, dossier)) {
            findings.add(Finding.warning(
                    ErrorCode.NOT_FOUND,
                    "TraceHeaderList/Bussiness/DocumentId",
                    "DocumentId: " + dossier.key().target()
                            + " chưa có trong các văn bản của nơi gửi, nghiệp vụ chờ tới khi có (expected: DocumentId"
                            + " của một văn bản đã gửi)"));
        }
        return Optional.of(new ReceptionAnswer.Taken(id, dossier.senderDocId(), state, false, findings));
    }

    /**
     * Adds what this copy names beyond the ones before. The dossier is read again under its lock: a person may have refused
     * it since the decision, and another repeat may just have added the same recipients.
     */
    private Optional<ReceptionAnswer> repeat(
            Transaction transaction, Decision.Document decision, Verdict.Duplicate duplicate) {
        Instant now = clock.instant();
        // Links and copies before the dossier, as everybody locks them: else the two would wait for each other.
        transaction.dossiers().lockLinks(Set.of(duplicate.of().key().documentId()));
        transaction.deliveries().locked(duplicate.of().id());
        Dossier dossier = transaction.dossiers().locked(duplicate.of().id()).orElseThrow();
        if (dossier.state() == DossierState.REFUSED) {
            return Optional.empty();
        }
        Examination examination = decision.examination();
        Map<AgencyCode, RecipientDecision> unseen = new LinkedHashMap<>(duplicate.recipients());
        dossier.recipients().forEach(recipient -> unseen.remove(recipient.code()));
        Map<AgencyId, Delivery> existing = new LinkedHashMap<>();
        transaction.deliveries().of(dossier.id()).stream()
                .filter(RecordDocument::stillAnswers)
                .forEach(delivery -> delivery.agency().ifPresent(agency -> existing.putIfAbsent(agency, delivery)));
        PlanDeliveries.Plan planned = plan.plan(
                examination,
                decision.packet(),
                dossier.id(),
                unseen,
                existing,
                dossier.state() == DossierState.HELD,
                now);
        transaction.deliveries().add(planned.deliveries());
        TellNews.added(transaction, planned.deliveries());
        transaction.dossiers().addRecipients(dossier.id(), planned.recipients());
        transaction.dossiers().addCopy(dossier.id(), examination.submission());
        Facts facts = Facts.with(
                        "bytes", examination.submission().bytes().digest().hex())
                .and("length", examination.submission().bytes().length())
                .and("addedRecipients", codes(planned.recipients()));
        addSealed(examination, facts);
        addOutgoing(transaction, dossier.id(), examination, facts);
        transaction
                .entries()
                .append(dossier.id(), now, EvidenceEvent.REPEATED_SUBMISSION, actor(examination), facts.json());
        joining.waited(transaction, dossier, now);
        return Optional.of(new ReceptionAnswer.Taken(
                dossier.id(),
                dossier.senderDocId(),
                dossier.state(),
                true,
                TellRecipients.ofRepeat(examination, planned)));
    }

    private static boolean waitsForTarget(Transaction transaction, Dossier dossier) {
        return dossier.key().action() != BusinessAction.NEW
                && transaction
                        .dossiers()
                        .find(dossier.id())
                        .filter(recorded -> recorded.marks().contains(Mark.WAITS_FOR_TARGET))
                        .isPresent();
    }

    /** What the agency's key did before the document was one, and who had it do that. */
    private static void addSealed(Examination examination, Facts facts) {
        List<SealedFile> sealed = examination.submission().sealed();
        if (!sealed.isEmpty()) {
            facts.and("sealed", sealed.stream().map(SealedFile::facts).toList());
        }
    }

    /** Equal bytes leave as they did before, whenever they come again; the facts then have nothing to add. */
    private static void addOutgoing(Transaction transaction, DossierId id, Examination examination, Facts facts) {
        ChooseOutgoing.of(examination)
                .filter(outgoing -> transaction.dossiers().addOutgoing(id, outgoing))
                .ifPresent(outgoing -> ChooseOutgoing.facts(facts, outgoing));
    }

    /** Whether a further recipient may share the delivery: it carries the document, and will or did hand it over. */
    private static boolean stillAnswers(Delivery delivery) {
        return delivery.kind() == MessageKind.EDOC
                && switch (delivery.state()) {
                    case WAITING, QUEUED, SENDING, LEASED, HELD, UNROUTED, DEAD, HANDED_OVER -> true;
                    case WITHDRAWN, MERGED, FAILED -> false;
                };
    }

    private static String actor(Examination examination) {
        return examination.submission().actor();
    }

    private static DocumentFacts facts(Packet packet) {
        return new DocumentFacts(
                packet.code().number(),
                packet.code().notation(),
                packet.documentType().typeName(),
                packet.subject(),
                packet.promulgation().date(),
                packet.signer().fullName(),
                Urgency.of(packet));
    }

    private static List<String> codes(List<Recipient> recipients) {
        return recipients.stream().map(recipient -> recipient.code().text()).toList();
    }

    private static Facts acceptance(Dossier dossier, PlanDeliveries.Plan planned) {
        List<Map<String, String>> recipients = new ArrayList<>();
        for (Recipient recipient : planned.recipients()) {
            recipients.add(Map.of(
                    "code", recipient.code().text(),
                    "resolution", recipient.resolution(),
                    "delivery", recipient.delivery().map(Object::toString).orElse("")));
        }
        return Facts.with("documentId", dossier.key().documentId())
                .and("action", dossier.key().action())
                .and("target", dossier.key().target())
                .and("sender", dossier.senderCode().text())
                .and("bytes", dossier.bytes().digest().hex())
                .and("length", dossier.bytes().length())
                .and("content", dossier.contentDigest().hex())
                .and("directoryVersion", dossier.version())
                .and("state", dossier.state())
                .and("hold", dossier.hold().map(Enum::name).orElse(""))
                .and("reason", dossier.holdReason())
                .and("marks", dossier.marks().stream().map(Enum::name).sorted().toList())
                .and("recipients", recipients);
    }
}
