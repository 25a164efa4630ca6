package vn.lienthong.routes.door.axis;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.delivery.DeliverySettings;
import vn.lienthong.gateway.delivery.FindSent;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.PlatformKind;
import vn.lienthong.routes.door.PlatformPeriod;
import vn.lienthong.routes.door.PlatformState;
import vn.lienthong.routes.door.PlatformTime;

/** {@code getReceivedEdocList} and {@code getSentEdocList}. */
final class AxisLists {

    private final CollectDocuments collecting;
    private final FindSent sent;
    private final DeliverySettings settings;
    private final Clock clock;

    AxisLists(CollectDocuments collecting, FindSent sent, DeliverySettings settings, Clock clock) {
        this.collecting = collecting;
        this.sent = sent;
        this.settings = settings;
        this.clock = clock;
    }

    /** Answers with the list, or says what is wrong with the call. */
    List<Finding> received(AxisCall.Known call, HttpServletResponse response) throws IOException {
        String messageType = call.parameter("messagetype").orElse("edoc");
        Optional<MessageKind> kind = PlatformKind.of(messageType);
        PlatformPeriod period = period(call);
        if (period.wrong().isPresent() || kind.isEmpty()) {
            return List.of(period.wrong().orElseGet(() -> PlatformKind.wrong("messagetype", messageType)));
        }
        List<Delivery> deliveries = collecting.list(call.caller(), kind.get(), period.from(), period.to());
        Instant now = clock.instant();
        AxisAnswers.list(response, deliveries.stream().map(delivery -> receivedItem(delivery, now)));
        return List.of();
    }

    private static Map<String, Object> receivedItem(Delivery delivery, Instant now) {
        String status = PlatformState.of(delivery, now);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("docId", delivery.docId());
        item.put("serviceType", "eDoc");
        item.put("messageType", delivery.kind().name().toLowerCase(Locale.ROOT));
        item.put("created_time", PlatformTime.text(delivery.createdAt()));
        item.put("updated_time", PlatformTime.text(delivery.updatedAt()));
        item.put("from", delivery.from().text());
        item.put("to", delivery.code().text());
        item.put("status", status);
        item.put("status_desc", PlatformState.description(status));
        return item;
    }

    /** As {@link #received}. */
    List<Finding> sent(AxisCall.Known call, HttpServletResponse response) throws IOException {
        PlatformPeriod period = period(call);
        if (period.wrong().isPresent()) {
            return List.of(period.wrong().get());
        }
        Instant now = clock.instant();
        List<FindSent.Sent> documents = call.parameter("docId")
                .map(docId -> sent.find(call.caller(), docId).stream().toList())
                .orElseGet(() -> sent.list(call.caller(), period.from(), period.to()));
        Stream<Map<String, Object>> items = documents.stream()
                .flatMap(document -> document.copies().stream().map(copy -> sentItem(document, copy, now)));
        AxisAnswers.list(response, items.limit(settings.listLimit()));
        return List.of();
    }

    private static Map<String, Object> sentItem(FindSent.Sent document, Delivery delivery, Instant now) {
        Dossier dossier = document.dossier();
        String received = PlatformState.of(delivery, now);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("senderDocId", dossier.senderDocId());
        // The transport id of a copy is its recipient's alone.
        item.put("receiverDocId", "");
        item.put("fromCode", dossier.senderCode().text());
        item.put("toCode", delivery.code().text());
        item.put("title", dossier.facts().subject());
        item.put("notation", dossier.facts().symbol());
        item.put("sentTime", PlatformTime.text(dossier.receivedAt()));
        item.put("receivedTime", delivery.handedOverAt().map(PlatformTime::text).orElse(""));
        item.put("sendStatus", "done");
        item.put(
                "sendStatusDesc", dossier.hold().isPresent() ? "Đã nhận, đang giữ: " + dossier.holdReason() : "Đã gửi");
        item.put("receiveStatus", received);
        item.put(
                "receiveStatusDesc",
                (delivery.reason().isEmpty() ? PlatformState.description(received) : "") + document.note(delivery));
        return item;
    }

    private static PlatformPeriod period(AxisCall.Known call) {
        return PlatformPeriod.of(call.parameter("fromDate"), call.parameter("toDate"));
    }
}
