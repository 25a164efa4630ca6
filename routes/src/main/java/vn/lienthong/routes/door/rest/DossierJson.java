package vn.lienthong.routes.door.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.delivery.TellSender;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.Recipient;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.finding.FindingsJson;
import vn.lienthong.gateway.status.Status;

/** The parts of a dossier as this door writes them; instants in UTC. */
final class DossierJson {

    private DossierJson() {}

    /** What a list shows of a document. */
    static Map<String, Object> summary(Dossier dossier) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", dossier.id().toString());
        item.put("url", RestPaths.document(dossier.id()));
        item.put("documentId", dossier.key().documentId().value());
        item.put("action", dossier.key().action().name());
        item.put("target", dossier.key().target());
        item.put("from", dossier.senderCode().text());
        item.put("fromName", dossier.senderName());
        item.put("symbol", dossier.facts().symbol());
        item.put("typeName", dossier.facts().typeName());
        item.put("subject", dossier.facts().subject());
        item.put("date", dossier.facts().promulgated().map(Object::toString).orElse(""));
        item.put("signer", dossier.facts().signer());
        item.put("urgency", dossier.facts().urgency());
        item.put("receivedAt", dossier.receivedAt().toString());
        return item;
    }

    /** What became of it, for its sender. */
    static void standing(Map<String, Object> item, Dossier dossier) {
        item.put("docId", dossier.senderDocId());
        item.put("state", dossier.state().name());
        item.put("hold", dossier.hold().map(Enum::name).orElse(""));
        item.put("holdReason", dossier.holdReason());
        item.put("marks", dossier.marks().stream().map(Enum::name).sorted().toList());
    }

    static void bytes(Map<String, Object> item, Dossier dossier) {
        item.put("sha256", dossier.bytes().digest().hex());
        item.put("length", dossier.bytes().length());
        item.put("contentSha256", dossier.contentDigest().hex());
        item.put("findings", Problems.findings(FindingsJson.read(dossier.findingsJson())));
        item.put("verification", RestJson.stored(dossier.verificationJson()));
    }

    static Map<String, Object> recipient(Recipient recipient) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("code", recipient.code().text());
        item.put("name", recipient.name());
        item.put("resolution", recipient.resolution());
        item.put("delivery", recipient.delivery().map(Object::toString).orElse(""));
        return item;
    }

    /** Without its transport id, which is its recipient's alone. */
    static Map<String, Object> delivery(Delivery delivery) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", delivery.id().toString());
        item.put("kind", delivery.kind().name());
        item.put("to", delivery.code().text());
        item.put("state", delivery.state().name());
        item.put("reason", delivery.reason());
        item.put("attempts", delivery.attempts());
        item.put("failures", delivery.failures());
        item.put("createdAt", delivery.createdAt().toString());
        item.put("updatedAt", delivery.updatedAt().toString());
        item.put("handedOverAt", text(delivery.handedOverAt()));
        return item;
    }

    /** As its sender may know it. */
    static Map<String, Object> toldToSender(Delivery delivery) {
        Map<String, Object> item = delivery(delivery);
        item.put("reason", TellSender.reason(delivery));
        return item;
    }

    /**
     * As the sender may know it: who of another house did something, and what the recipient's system answered us, is left
     * out, and said to be.
     */
    static Map<String, Object> toldToSender(Entry entry) {
        Map<String, Object> item = entry(entry);
        List<String> withheld = new ArrayList<>();
        if (entry.actor().startsWith(Caller.PERSON)) {
            item.put("actor", "USER");
            withheld.add("actor");
        }
        if (TellSender.isBetweenOthers(entry.event())) {
            item.put("detail", "");
            withheld.add("detail");
        }
        item.put("withheld", withheld);
        return item;
    }

    /** As hashed: {@code detail} is the exact text. */
    static Map<String, Object> entry(Entry entry) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("sequence", entry.sequence());
        item.put("at", entry.at().toString());
        item.put("event", entry.term());
        item.put("actor", entry.actor());
        item.put("detail", entry.detailJson());
        item.put("previous", entry.previous().hex());
        item.put("hash", entry.hash().hex());
        return item;
    }

    static Map<String, Object> status(Status status) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("code", status.code());
        item.put("from", status.fromCode().text());
        item.put("to", status.addresseeCode().text());
        item.put("description", status.description());
        item.put("staff", status.staff());
        item.put("claimedAt", text(status.claimedAt()));
        item.put("receivedAt", status.receivedAt().toString());
        return item;
    }

    static String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse("");
    }

    static <T> List<Map<String, Object>> all(List<T> items, Function<T, Map<String, Object>> form) {
        return items.stream().map(form).toList();
    }
}
