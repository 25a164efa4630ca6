package vn.lienthong.routes.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import vn.lienthong.gateway.digest.Sha256;

/**
 * The one part of a {@code sendEdoc} body, streamed.
 *
 * @param digest of the content; what parts the body is named after it, so no content holds it
 */
record AxisFile(Sha256 digest, long length, Content content) {

    /** Opens the content, once. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary();
    }

    HttpRequest.BodyPublisher body() {
        byte[] head = ("--" + boundary()
                        + "\r\nContent-Disposition: form-data; name=\"file_doc\"; filename=\"packet.edxml\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = ("\r\n--" + boundary() + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        return HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofInputStream(() -> around(head, tail)), head.length + length + tail.length);
    }

    private InputStream around(byte[] head, byte[] tail) {
        try {
            return new SequenceInputStream(Collections.enumeration(
                    List.of(new ByteArrayInputStream(head), content.open(), new ByteArrayInputStream(tail))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String boundary() {
        return "lt-" + digest.hex();
    }
}
