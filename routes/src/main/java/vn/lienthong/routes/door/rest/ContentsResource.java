package vn.lienthong.routes.door.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.routes.door.BodyDigest;

/** A copy that waits, opened: what its packet says as JSON, and its files as they were before they were packed. */
@RestController
@RequestMapping(RestPaths.BASE + "/deliveries/{docId}")
final class ContentsResource {

    private final RestCalls calls;
    private final OpenCopy opening;

    ContentsResource(RestCalls calls, OpenCopy opening) {
        this.calls = calls;
        this.opening = opening;
    }

    @GetMapping("/document")
    void document(@PathVariable String docId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        calls.call(
                request,
                response,
                caller -> isHead(request, response)
                        ? new RestAnswer.Written()
                        : opening.open(
                                caller,
                                docId,
                                (delivery, packet) ->
                                        new OpenCopy.Part.Given(() -> RestAnswer.ok(OpenedJson.of(delivery, packet)))));
    }

    @GetMapping("/files/{number}")
    void file(
            @PathVariable String docId,
            @PathVariable String number,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        calls.call(
                request,
                response,
                caller -> isHead(request, response)
                        ? new RestAnswer.Written()
                        : opening.open(caller, docId, (delivery, packet) -> {
                            Optional<Attachment> found = file(packet, number);
                            Optional<AttachmentContent> content = found.flatMap(Attachment::content);
                            return content.isEmpty()
                                    ? new OpenCopy.Part.Missing(RestAnswer.notFound("number", number))
                                    : new OpenCopy.Part.Given(() ->
                                            send(request, response, found.get().safeName(), content.get()));
                        }));
    }

    private static Optional<Attachment> file(Packet packet, String number) {
        return Optional.of(number)
                .filter(text -> text.matches("[1-9]\\d{0,3}"))
                .map(Integer::parseInt)
                .filter(place -> place <= packet.attachments().size())
                .map(place -> packet.attachments().get(place - 1));
    }

    /** HEAD would note that the content was taken, and bring none. */
    private static boolean isHead(HttpServletRequest request, HttpServletResponse response) {
        if ("GET".equals(request.getMethod())) {
            return false;
        }
        response.setHeader("Allow", "GET");
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        return true;
    }

    private static RestAnswer send(
            HttpServletRequest request, HttpServletResponse response, String name, AttachmentContent content)
            throws IOException {
        String tag = "\"" + content.digest().hex() + "\"";
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, no-cache");
        if (RestCalls.names(request.getHeader("If-None-Match"), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return new RestAnswer.Written();
        }
        response.setContentType(
                name.toLowerCase(Locale.ROOT).endsWith(".pdf") ? "application/pdf" : "application/octet-stream");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Digest", BodyDigest.header(content.digest()));
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setContentLengthLong(content.length());
        try (InputStream in = content.open()) {
            in.transferTo(response.getOutputStream());
        }
        return new RestAnswer.Written();
    }
}
