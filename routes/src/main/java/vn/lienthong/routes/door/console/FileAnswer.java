package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.routes.platform.AnswerHeaders;

/**
 * A stranger's file on its way to a browser: always to be saved, under a name that is safe, never shown as a page of ours
 * and never run.
 */
final class FileAnswer {

    /** Should a browser open it all the same, it is a page without origin, scripts or connections. */
    private static final String NOTHING_RUNS = "sandbox; " + AnswerHeaders.NOTHING;

    private FileAnswer() {}

    /** @throws NotFound where no file could be had from the attachment */
    static void send(HttpServletResponse response, Attachment attachment) throws IOException {
        AttachmentContent content = attachment.content().orElseThrow(NotFound::new);
        String name = attachment.safeName();
        String type = name.toLowerCase(Locale.ROOT).endsWith(".pdf") ? "application/pdf" : "application/octet-stream";
        head(response, type, name, content.length());
        try (InputStream in = content.open()) {
            in.transferTo(response.getOutputStream());
        }
    }

    static void head(HttpServletResponse response, String type, String name, long lengthBytes) {
        response.setContentType(type);
        response.setContentLengthLong(lengthBytes);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("Content-Security-Policy", NOTHING_RUNS);
        response.setHeader("X-Content-Type-Options", "nosniff");
    }
}
