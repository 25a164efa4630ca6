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
import java.util.Map;
import vn.lienthong.gateway.digest.Sha256;

/**
 * The file of a {@code sendEdoc} body, streamed.
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

    /**
     * A form with the file in it.
     *
     * @param part the file's name in the form
     * @param beside texts that stand before it
     */
    HttpRequest.BodyPublisher body(String part, Map<String, String> beside) {
        StringBuilder before = new StringBuilder();
        beside.forEach((name, text) -> before.append(field("name=\"" + name + "\"", "text/plain; charset=UTF-8"))
                .append(text)
                .append("\r\n"));
        before.append(field("name=\"" + part + "\"; filename=\"packet.edxml\"", "application/octet-stream"));
        byte[] head = before.toString().getBytes(StandardCharsets.UTF_8);
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

    private String field(String disposition, String type) {
        return "--" + boundary() + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: " + type
                + "\r\n\r\n";
    }

    private String boundary() {
        return "lt-" + digest.hex();
    }
}
