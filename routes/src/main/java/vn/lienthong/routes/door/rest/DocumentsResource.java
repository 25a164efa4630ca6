package vn.lienthong.routes.door.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.delivery.DeliverySettings;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.evidence.ExportReceipt;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.BodyDigest;
import vn.lienthong.routes.door.CheckDocumentForm;
import vn.lienthong.routes.door.ComposePacket;
import vn.lienthong.routes.door.ComposeStatus;
import vn.lienthong.routes.door.DocumentForm;
import vn.lienthong.routes.door.FormBody;
import vn.lienthong.routes.door.FormFile;
import vn.lienthong.routes.door.ReadForm;

/** Documents as their sender hands them in and follows them. */
@RestController
@RequestMapping(RestPaths.BASE + "/documents")
final class DocumentsResource {

    private final RestCalls calls;
    private final HandIn handIn;
    private final ReadForm forms;
    private final ReadBody bodies;
    private final Compose composing;
    private final ViewDocument viewing;
    private final Reading reading;

    DocumentsResource(
            RestCalls calls,
            HandIn handIn,
            ReadForm forms,
            ReadBody bodies,
            Compose composing,
            ViewDocument viewing,
            Reading reading) {
        this.calls = calls;
        this.handIn = handIn;
        this.forms = forms;
        this.bodies = bodies;
        this.composing = composing;
        this.viewing = viewing;
        this.reading = reading;
    }

    /** Who makes packets. */
    record Compose(ComposePacket documents, ComposeRecall recalls, ComposeStatus statuses) {}

    /** What is read besides the record, and how much of it at once. */
    record Reading(ExportReceipt receipts, DeliverySettings settings) {}

    @PostMapping
    void submit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.call(request, response, caller -> {
            String type =
                    Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
            if (type.startsWith("multipart/form-data")) {
                return form(caller, request);
            }
            return ContentTypes.isPacket(type)
                    ? handIn.packet(caller, request, MessageKind.EDOC)
                    : ContentTypes.refused(type, "application/xml hoặc multipart/form-data");
        });
    }

    private RestAnswer form(Caller caller, HttpServletRequest request) throws IOException {
        BodyDigest digest = BodyDigest.of(request);
        if (digest.wrong().isPresent()) {
            return RestAnswer.refused(digest.wrong().get());
        }
        try (FormBody body = forms.read(caller, request.getInputStream(), request.getContentType(), digest.sha256())) {
            return switch (body) {
                case FormBody.Refused refused -> RestAnswer.refused(refused.finding());
                case FormBody.Read read ->
                    ReadBody.parsed(read.document(), "document", DocumentForm.class, (form, json) -> {
                        List<Finding> wrong = wrong(form, read.files());
                        return wrong.isEmpty()
                                ? handIn.message(
                                        caller,
                                        request,
                                        MessageKind.EDOC,
                                        content(json, read.files()),
                                        begun -> composing.documents().compose(form, read.files(), begun))
                                : new RestAnswer.Refused(wrong, false);
                    });
            };
        }
    }

    private static List<Finding> wrong(DocumentForm form, List<FormFile> files) {
        List<Finding> wrong = new ArrayList<>(CheckDocumentForm.of(form));
        if (files.isEmpty() && CheckDocumentForm.needsFile(form)) {
            wrong.add(Finding.error(
                    ErrorCode.FIELD_MISSING,
                    "file",
                    "file: thiếu (expected: ít nhất một tệp, mỗi tệp một phần tên là file)"));
        }
        return wrong;
    }

    /** What the form says and holds, whatever its parts are bounded by. */
    private static Sha256 content(Sha256 json, List<FormFile> files) {
        StringBuilder all = new StringBuilder(json.hex());
        files.forEach(file -> all.append('\n')
                .append(file.content().digest().hex())
                .append(' ')
                .append(file.name())
                .append('\n')
                .append(file.contentType()));
        return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping
    void sent(HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.call(request, response, caller -> {
            Optional<Integer> limit = Page.limit(request, reading.settings().listLimit());
            Optional<String> cursor = Page.cursor(request);
            Optional<DossierId> after = cursor.flatMap(text -> id(text, DossierId::new));
            Optional<String> since = Optional.ofNullable(request.getParameter("since"));
            Optional<Instant> from = since.flatMap(Moment::of);
            Optional<RestAnswer> unknown = Page.unknown(request, "since", "cursor", "limit");
            if (unknown.isPresent()) {
                return unknown.get();
            }
            if (limit.isEmpty()) {
                return Page.malformed(request, "limit", "một số nguyên dương");
            }
            if (cursor.isPresent() != after.isPresent()) {
                return Page.malformed(request, "cursor", "next của trang trước; trang đầu thì bỏ tham số này");
            }
            if (since.isPresent() != from.isPresent()) {
                return Page.malformed(request, "since", Moment.FORM);
            }
            List<Dossier> found = viewing.sent(caller, from, after, limit.get());
            return Page.of(
                    DossierJson.all(found, dossier -> {
                        var item = DossierJson.summary(dossier);
                        DossierJson.standing(item, dossier);
                        return item;
                    }),
                    found.size() == limit.get()
                            ? Optional.of(found.getLast().id().toString())
                            : Optional.empty());
        });
    }

    @GetMapping("/{id}")
    void document(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        calls.call(request, response, caller -> id(id, DossierId::new)
                .flatMap(dossier -> viewing.view(caller, dossier))
                .map(RestAnswer::ok)
                .orElseGet(() -> RestAnswer.notFound("id", id)));
    }

    @GetMapping("/{id}/receipt")
    void receipt(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.call(request, response, caller -> {
            Optional<byte[]> receipt = id(id, DossierId::new)
                    .flatMap(dossier -> viewing.ofSender(caller, dossier))
                    .flatMap(dossier -> reading.receipts().export(dossier.id()));
            if (receipt.isEmpty()) {
                return RestAnswer.notFound("id", id);
            }
            response.setContentType("application/pkcs7-mime");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + id + ".receipt.p7m\"");
            response.setContentLength(receipt.get().length);
            response.getOutputStream().write(receipt.get());
            return new RestAnswer.Written();
        });
    }

    @PostMapping("/{id}/recall")
    void recall(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.call(request, response, caller -> {
            Optional<Dossier> found = id(id, DossierId::new).flatMap(dossier -> viewing.ofSender(caller, dossier));
            if (found.isEmpty()) {
                return RestAnswer.notFound("id", id);
            }
            return bodies.json(
                    caller,
                    request,
                    RecallForm.class,
                    (form, json) -> ComposePacket.text(form.reason()).isEmpty()
                            ? RestAnswer.refused(
                                    ErrorCode.PARAMETER_MISSING, "reason", "reason: thiếu (expected: lý do thu hồi)")
                            : handIn.message(caller, request, MessageKind.EDOC, json, begun -> composing
                                    .recalls()
                                    .compose(found.get(), form, begun)));
        });
    }

    /** An id in an address; what is no id leads to nothing. */
    static <T> Optional<T> id(String text, Function<UUID, T> id) {
        try {
            return Optional.of(id.apply(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
