package vn.lienthong.routes.door.axis;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.delivery.DeliverySettings;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** {@code getReceivedEdocList} and {@code getSentEdocList}. */
final class AxisLists {

    private final CollectDocuments collecting;
    private final UnitOfWork work;
    private final DeliverySettings settings;
    private final Clock clock;

    AxisLists(CollectDocuments collecting, UnitOfWork work, DeliverySettings settings, Clock clock) {
        this.collecting = collecting;
        this.work = work;
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
        return switch (delivery.state()) {
            case LEASED -> delivery.leaseUntil().filter(now::isBefore).isPresent() ? "processing" : "initial";
            case HANDED_OVER -> "done";
            case DEAD, FAILED, WITHDRAWN -> "fail";
            case WAITING, QUEUED, SENDING, HELD, UNROUTED, MERGED -> delivery.failures() > 0 ? "fail" : "initial";
        };
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
        Set<AgencyId> senders = call.caller().agencies(Right.SEND, now);
        List<Map<String, Object>> items = work.inTransaction(transaction -> {
            List<Map<String, Object>> rows = new ArrayList<>();
            List<Dossier> dossiers = call.parameter("docId")
                    .map(docId -> transaction.dossiers().findSent(docId).stream()
                            .filter(dossier -> senders.contains(dossier.sender())
                                    || dossier.systemId().equals(call.caller().systemId()))
                            .toList())
                    .orElseGet(() -> transaction
                            .dossiers()
                            .sentBy(
                                    senders,
                                    call.parameter("fromDate").flatMap(AxisTime::from),
                                    call.parameter("toDate").flatMap(AxisTime::to),
                                    settings.listLimit()));
            for (Dossier dossier : dossiers) {
                for (Delivery delivery : transaction.deliveries().of(dossier.id())) {
                    if (delivery.kind() == MessageKind.EDOC) {
                        rows.add(sentItem(dossier, delivery, now));
                    }
                }
            }
            return rows;
        });
        AxisAnswers.list(response, items.stream().limit(settings.listLimit()));
        return List.of();
    }

    private static Map<String, Object> sentItem(Dossier dossier, Delivery delivery, Instant now) {
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
                (delivery.reason().isEmpty() ? description(received) : delivery.reason())
                        + succession(dossier, delivery));
        return item;
    }

    /** A sender is told where its document went when the code it wrote led to another body. */
    private static String succession(Dossier dossier, Delivery delivery) {
        if (!dossier.marks().contains(Mark.SUCCEEDED)) {
            return "";
        }
        return dossier.recipients().stream()
                .filter(recipient -> recipient.delivery().equals(Optional.of(delivery.id())))
                .map(recipient -> ". " + recipient.code().text() + ": " + recipient.resolution())
                .collect(Collectors.joining());
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
