package vn.lienthong.routes.door.axis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.digest.Hmac;
import vn.lienthong.gateway.digest.Sha256;

/**
 * One call of the dialect, byte by byte over a socket: made as the existing client library makes it, unless a test spoils a
 * part of it.
 */
final class Knock {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("ddMMuuuu'T'HHmmss", Locale.ROOT).withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final int PATIENCE_MILLIS = 60_000;
    private static final String BOUNDARY = "b0";

    private final int port;
    private final String operation;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final List<String> headers = new ArrayList<>();
    private String method = "POST";
    private String secret;
    private Charset charset = StandardCharsets.UTF_8;
    private Optional<String> json = Optional.empty();
    private byte[] body = new byte[0];
    private boolean sizeGiven;

    Knock(int port, String systemId, String secret, String operation) {
        this.port = port;
        this.secret = secret;
        this.operation = operation;
        parameters.put("systemid", systemId);
        parameters.put("timestamp", stamp(Instant.now()));
    }

    static String stamp(Instant instant) {
        return STAMP.format(instant) + "+0000";
    }

    /** A signed parameter. */
    Knock with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    Knock without(String name) {
        parameters.remove(name);
        return this;
    }

    Knock aged(Duration age) {
        return with("timestamp", stamp(Instant.now().minus(age)));
    }

    Knock signedBy(String other) {
        secret = other;
        return this;
    }

    /** The signed text itself, in place of the parameters. */
    Knock json(String text) {
        json = Optional.of(text);
        return this;
    }

    /** How the client's library writes header texts. */
    Knock in(Charset written) {
        charset = written;
        return this;
    }

    Knock get() {
        method = "GET";
        return this;
    }

    /** A header that nobody signed. */
    Knock header(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    Knock body(byte[] bytes) {
        body = bytes;
        return this;
    }

    Knock body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The body's length is said, or not, by a header of the test's own. */
    Knock sized(String name, String value) {
        sizeGiven = true;
        return header(name, value);
    }

    /** The packet as one part, with its digest among the signed parameters. */
    Knock file(String packet) {
        return file(packet.getBytes(StandardCharsets.UTF_8));
    }

    Knock file(byte[] packet) {
        return digestOf(packet).multipart(part("file_doc", packet));
    }

    Knock digestOf(byte[] packet) {
        return with("messagetype", parameters.getOrDefault("messagetype", "edoc"))
                .with("servicetype", "eDoc")
                .with("hash-file", Sha256.of(packet).hex());
    }

    /** Any parts, as {@link #part} makes them. */
    Knock multipart(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        all.writeBytes(ascii("--" + BOUNDARY + "--\r\n"));
        return header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .body(all.toByteArray());
    }

    static byte[] part(String name, byte[] content) {
        return part("Content-Disposition: form-data; name=\"" + name + "\"; filename=\"packet.edxml\"", "", content);
    }

    static byte[] part(String disposition, String more, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(ascii("--" + BOUNDARY + "\r\n" + disposition + "\r\n" + more + "\r\n"));
        part.writeBytes(content);
        part.writeBytes(ascii("\r\n"));
        return part.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    byte[] bodyBytes() {
        return body.clone();
    }

    /** Everything before the body, as it goes over the wire. */
    byte[] head() {
        Map<String, String> prefixed = new LinkedHashMap<>();
        parameters.forEach((name, value) -> prefixed.put(AxisHeaders.PREFIX + name, value));
        String signed = json.orElseGet(() -> MAPPER.writeValueAsString(prefixed));
        String code = HexFormat.of()
                .formatHex(Hmac.of(secret.getBytes(StandardCharsets.UTF_8), signed.getBytes(StandardCharsets.UTF_8)));
        StringBuilder head = new StringBuilder(method + " /XrdAdapter/adapter/" + operation + " HTTP/1.1\r\n")
                .append("Host: 127.0.0.1\r\nConnection: close\r\nXroadVnpt-version: 3.0.201608\r\n")
                .append(AxisHeaders.SIGNED + ": " + signed + "\r\n")
                .append(AxisHeaders.CODE + ": " + code + "\r\n");
        if (!sizeGiven) {
            head.append("Content-Length: " + body.length + "\r\n");
        }
        headers.forEach(line -> head.append(line).append("\r\n"));
        return head.append("\r\n").toString().getBytes(charset);
    }

    Reply call() throws IOException {
        try (Socket socket = open()) {
            socket.getOutputStream().write(head());
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return reply(socket);
        }
    }

    /** Sends this much of the body, and then nothing more ever. */
    Reply callCutAfter(int bytes) throws IOException {
        try (Socket socket = open()) {
            socket.getOutputStream().write(head());
            socket.getOutputStream().write(body, 0, bytes);
            socket.shutdownOutput();
            return reply(socket);
        }
    }

    Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    static Reply reply(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        int end = all.indexOf("\r\n\r\n");
        String head = end < 0 ? all : all.substring(0, end);
        if (head.isEmpty()) {
            return new Reply(0, "", "");
        }
        String rest = all.substring(Math.min(all.length(), end + 4));
        boolean chunked = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
        return new Reply(Integer.parseInt(head.split(" ", 3)[1]), head, chunked ? joined(rest) : rest);
    }

    private static String joined(String chunks) {
        byte[] bytes = chunks.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        while (at < bytes.length) {
            int lineEnd = at;
            while (bytes[lineEnd] != '\r') {
                lineEnd++;
            }
            int size = Integer.parseInt(new String(bytes, at, lineEnd - at, StandardCharsets.US_ASCII), 16);
            whole.write(bytes, lineEnd + 2, size);
            at = lineEnd + 2 + size + 2;
            if (size == 0) {
                break;
            }
        }
        return whole.toString(StandardCharsets.UTF_8);
    }
}
