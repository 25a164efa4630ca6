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
import java.util.function.Function;
import java.util.stream.Stream;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.delivery.CopyState;
import vn.lienthong.gateway.delivery.DeliverySettings;
import vn.lienthong.gateway.delivery.FindSent;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

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
        Optional<MessageKind> kind =
                AxisSubmission.kind(call.parameter("messagetype").orElse("edoc"));
        Optional<Finding> wrong = wrongTime(call, "fromDate", AxisTime::from)
                .or(() -> wrongTime(call, "toDate", AxisTime::to))
                .or(() -> kind.isPresent() ? Optional.empty() : Optional.of(wrongKind(call)));
        if (wrong.isPresent()) {
            return List.of(wrong.get());
        }
        List<Delivery> deliveries = collecting.list(
                call.caller(),
                kind.orElseThrow(),
                call.parameter("fromDate").flatMap(AxisTime::from),
                call.parameter("toDate").flatMap(AxisTime::to));
        Instant now = clock.instant();
        AxisAnswers.list(response, deliveries.stream().map(delivery -> receivedItem(delivery, now)));
        return List.of();
    }

    private static Map<String, Object> receivedItem(Delivery delivery, Instant now) {
        String status = transportStatus(delivery, now);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("docId", delivery.docId());
        item.put("serviceType", "eDoc");
        item.put("messageType", delivery.kind().name().toLowerCase(Locale.ROOT));
        item.put("created_time", AxisTime.text(delivery.createdAt()));
        item.put("updated_time", AxisTime.text(delivery.updatedAt()));
        item.put("from", delivery.from().text());
        item.put("to", delivery.code().text());
        item.put("status", status);
        item.put("status_desc", description(status));
        return item;
    }

    /** The transport states of the platform: initial, processing, done, fail. */
    static String transportStatus(Delivery delivery, Instant now) {
        return CopyState.of(delivery, now).name().toLowerCase(Locale.ROOT);
    }

    private static String description(String status) {
        return switch (status) {
            case "processing" -> "Đang xử lý";
            case "done" -> "Đã nhận";
            case "fail" -> "Lỗi";
            default -> "Chờ nhận";
        };
    }

    /** As {@link #received}. */
    List<Finding> sent(AxisCall.Known call, HttpServletResponse response) throws IOException {
        Optional<Finding> wrong =
                wrongTime(call, "fromDate", AxisTime::from).or(() -> wrongTime(call, "toDate", AxisTime::to));
        if (wrong.isPresent()) {
            return List.of(wrong.get());
        }
        Instant now = clock.instant();
        List<FindSent.Sent> documents = call.parameter("docId")
                .map(docId -> sent.find(call.caller(), docId).stream().toList())
                .orElseGet(() -> sent.list(
                        call.caller(),
                        call.parameter("fromDate").flatMap(AxisTime::from),
                        call.parameter("toDate").flatMap(AxisTime::to)));
        Stream<Map<String, Object>> items = documents.stream()
                .flatMap(document -> document.copies().stream().map(copy -> sentItem(document, copy, now)));
        AxisAnswers.list(response, items.limit(settings.listLimit()));
        return List.of();
    }

    private static Map<String, Object> sentItem(FindSent.Sent document, Delivery delivery, Instant now) {
        Dossier dossier = document.dossier();
        String received = transportStatus(delivery, now);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("senderDocId", dossier.senderDocId());
        // The transport id of a copy is its recipient's alone.
        item.put("receiverDocId", "");
        item.put("fromCode", dossier.senderCode().text());
        item.put("toCode", delivery.code().text());
        item.put("title", dossier.facts().subject());
        item.put("notation", dossier.facts().symbol());
        item.put("sentTime", AxisTime.text(dossier.receivedAt()));
        item.put("receivedTime", delivery.handedOverAt().map(AxisTime::text).orElse(""));
        item.put("sendStatus", "done");
        item.put(
                "sendStatusDesc", dossier.hold().isPresent() ? "Đã nhận, đang giữ: " + dossier.holdReason() : "Đã gửi");
        item.put("receiveStatus", received);
        item.put(
                "receiveStatusDesc",
                (delivery.reason().isEmpty() ? description(received) : "") + document.note(delivery));
        return item;
    }

    private static Optional<Finding> wrongTime(
            AxisCall.Known call, String name, Function<String, Optional<Instant>> reading) {
        return call.parameter(name)
                .filter(text -> reading.apply(text).isEmpty())
                .map(text -> Finding.error(
                        ErrorCode.PARAMETER_MALFORMED,
                        name,
                        name + ": " + text + " (expected: yyyy/MM/dd hoặc yyyy/MM/dd HH:mm:ss)"));
    }

    private static Finding wrongKind(AxisCall.Known call) {
        String text = "messagetype: " + call.parameter("messagetype").orElse("") + " (expected: edoc hoặc status)";
        return Finding.error(ErrorCode.PARAMETER_MALFORMED, "messagetype", text);
    }
}
