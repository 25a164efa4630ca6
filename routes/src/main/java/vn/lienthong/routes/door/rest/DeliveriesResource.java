package vn.lienthong.routes.door.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.delivery.DeliverySettings;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.dossier.Deliveries;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.routes.door.BodyDigest;

/**
 * What waits for the agencies a caller collects for: list, take up, fetch, confirm. Nothing leaves the list before it is confirmed, so
 * collecting is at least once; the {@code docId} tells a repeat.
 */
@RestController
@RequestMapping(RestPaths.BASE + "/deliveries")
final class DeliveriesResource {

    private final RestCalls calls;
    private final CollectDocuments collecting;
    private final OutgoingBytes outgoing;
    private final DeliverySettings settings;
    private final Clock clock;

    DeliveriesResource(
            RestCalls calls,
            CollectDocuments collecting,
            OutgoingBytes outgoing,
            DeliverySettings settings,
            Clock clock) {
        this.calls = calls;
        this.collecting = collecting;
        this.outgoing = outgoing;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    void waiting(HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.call(request, response, caller -> {
            Optional<MessageKind> kind = kind(request);
            Optional<Integer> limit = Page.limit(request, settings.listLimit());
            Optional<String> cursor = Page.cursor(request);
            Optional<Deliveries.Place> after = cursor.flatMap(DeliveriesResource::place);
            Optional<RestAnswer> unknown = Page.unknown(request, "kind", "cursor", "limit");
            if (unknown.isPresent()) {
                return unknown.get();
            }
            if (kind.isEmpty()) {
                return Page.malformed(request, "kind", "document hoặc status");
            }
            if (limit.isEmpty()) {
                return Page.malformed(request, "limit", "một số nguyên dương");
            }
            if (cursor.isPresent() != after.isPresent()) {
                return Page.malformed(request, "cursor", "next của trang trước; trang đầu thì bỏ tham số này");
            }
            List<Delivery> found = collecting.page(caller, kind.get(), after, limit.get());
            Instant now = clock.instant();
            return Page.of(
                    DossierJson.all(found, delivery -> item(delivery, now)),
                    found.size() == limit.get() ? Optional.of(cursor(found.getLast(), now)) : Optional.empty());
        });
    }

    private static Optional<MessageKind> kind(HttpServletRequest request) {
        return switch (Optional.ofNullable(request.getParameter("kind")).orElse("document")) {
            case "document" -> Optional.of(MessageKind.EDOC);
            case "status" -> Optional.of(MessageKind.STATUS);
            default -> Optional.empty();
        };
    }

    private static Map<String, Object> item(Delivery delivery, Instant now) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("docId", delivery.docId());
        item.put("kind", delivery.kind() == MessageKind.EDOC ? "document" : "status");
        item.put("from", delivery.from().text());
        item.put("to", delivery.code().text());
        item.put("document", RestPaths.document(delivery.dossier()));
        item.put("state", isLeased(delivery, now) ? "leased" : "waiting");
        item.put("leaseUntil", isLeased(delivery, now) ? DossierJson.text(delivery.leaseUntil()) : "");
        item.put("failures", delivery.failures());
        item.put("urgency", delivery.urgency());
        item.put("createdAt", delivery.createdAt().toString());
        return item;
    }

    private static boolean isLeased(Delivery delivery, Instant now) {
        return delivery.state() == DeliveryState.LEASED
                && delivery.leaseUntil().filter(now::isBefore).isPresent();
    }

    private static String cursor(Delivery delivery, Instant now) {
        return (isLeased(delivery, now) ? "1." : "0.") + delivery.id();
    }

    private static Optional<Deliveries.Place> place(String cursor) {
        return cursor.startsWith("0.") || cursor.startsWith("1.")
                ? DocumentsResource.id(cursor.substring(2), DeliveryId::new)
                        .map(id -> new Deliveries.Place(cursor.charAt(0) == '1', id))
                : Optional.empty();
    }

    @GetMapping("/{docId}/content")
    void content(@PathVariable String docId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        calls.call(request, response, caller -> {
            if (!"GET".equals(request.getMethod())) {
                // HEAD would note that the content was taken, and bring none.
                response.setHeader("Allow", "GET");
                response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
                return new RestAnswer.Written();
            }
            Optional<Delivery> taken = collecting.take(caller, docId);
            if (taken.isEmpty()) {
                return RestAnswer.notFound("docId", docId);
            }
            OutgoingBytes.Copy copy = outgoing.of(taken.get());
            copy.traceHeader().ifPresent(hop -> response.setHeader(OutgoingBytes.Copy.TRACE_HEADER, hop));
            response.setContentType("application/xml");
            response.setHeader("Content-Digest", BodyDigest.header(copy.digest()));
            response.setHeader("Content-Disposition", "attachment; filename=\"" + docId + ".edxml\"");
            response.setContentLengthLong(copy.length());
            try (InputStream in = copy.open()) {
                in.transferTo(response.getOutputStream());
            }
            return new RestAnswer.Written();
        });
    }

    @PostMapping("/{docId}/lease")
    void lease(@PathVariable String docId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        report(docId, request, response, collecting::processing);
    }

    @PostMapping("/{docId}/confirm")
    void confirm(@PathVariable String docId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        report(docId, request, response, collecting::done);
    }

    @PostMapping("/{docId}/fail")
    void fail(@PathVariable String docId, HttpServletRequest request, HttpServletResponse response) throws IOException {
        report(docId, request, response, collecting::fail);
    }

    private interface Reporting {
        CollectDocuments.Report report(Caller caller, String docId);
    }

    private void report(String docId, HttpServletRequest request, HttpServletResponse response, Reporting reporting)
            throws IOException {
        calls.call(request, response, caller -> switch (reporting.report(caller, docId)) {
            case TAKEN -> new RestAnswer.Nothing();
            case UNKNOWN -> RestAnswer.notFound("docId", docId);
            case REFUSED ->
                RestAnswer.refused(
                        ErrorCode.STATE_CONFLICT,
                        "docId",
                        "docId: " + docId + " không còn chờ nhận (expected: văn bản đang chờ nhận)");
        });
    }
}
