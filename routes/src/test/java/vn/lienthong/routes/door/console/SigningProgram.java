package vn.lienthong.routes.door.console;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.certsdev.DevIdentity;

/**
 * An imitation of the signing program on a person's machine: a WebSocket over TLS on loopback (RFC 6455), one wish a connection, which
 * fetches, has its token sign, and returns. Its certificate is one that no browser trusts.
 */
final class SigningProgram implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern KEY = Pattern.compile("(?i)\nSec-WebSocket-Key: *([A-Za-z0-9+/=]+)");
    private static final char[] PASSWORD = "không quan trọng".toCharArray();

    private final SSLServerSocket server;
    private final SignAtDesk desk = new SignAtDesk();
    final List<String> functions = new CopyOnWriteArrayList<>();
    volatile UnaryOperator<byte[]> token;
    volatile boolean cancels;

    SigningProgram(DevIdentity listening, UnaryOperator<byte[]> token) throws IOException, GeneralSecurityException {
        this.token = token;
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(listening.pkcs12(PASSWORD)), PASSWORD);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        this.server = (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("signing-program").start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                SSLSocket browser = (SSLSocket) server.accept();
                // A browser may open more than one, and leave one idle.
                Thread.ofPlatform().daemon().name("signing-wish").start(() -> serve(browser));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(SSLSocket browser) {
        try (browser) {
            talk(new DataInputStream(browser.getInputStream()), browser.getOutputStream());
        } catch (IOException | GeneralSecurityException gone) {
            // The next wish may be better.
        }
    }

    private void talk(DataInputStream in, OutputStream out) throws IOException, GeneralSecurityException {
        String head = head(in);
        Matcher key = KEY.matcher(head);
        if (!key.find()) {
            return;
        }
        functions.add(head.substring(head.indexOf('/') + 1, head.indexOf(" HTTP/")));
        byte[] accept = MessageDigest.getInstance("SHA-1")
                .digest((key.group(1) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
        out.write(("HTTP/1.1 101 Switching Protocols\r\n"
                        + "Upgrade: websocket\r\n"
                        + "Connection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: "
                        + Base64.getEncoder().encodeToString(accept) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        write(out, MAPPER.writeValueAsString(sign(MAPPER.readTree(read(in)))));
        // Until the browser has gone: it closes by itself.
        in.transferTo(OutputStream.nullOutputStream());
    }

    private Map<String, Object> sign(JsonNode wish) {
        if (cancels) {
            return Map.of("Status", 1, "Message", "Người dùng hủy ký");
        }
        byte[] pdf = desk.fetch(wish.get("FileName").asString()).body();
        String answer = desk.giveBack(wish.get("FileUploadHandler").asString(), token.apply(pdf))
                .body();
        JsonNode told = MAPPER.readTree(answer);
        return told.get("Status").asBoolean()
                ? Map.of(
                        "Status",
                        0,
                        "Message",
                        "",
                        "FileServer",
                        told.get("FileServer").asString())
                : Map.of("Status", 1, "Message", told.get("Message").asString());
    }

    private static String head(DataInputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** One masked text frame of less than 64 KB. */
    private static String read(DataInputStream in) throws IOException {
        in.readUnsignedByte();
        int length = in.readUnsignedByte() & 0x7f;
        length = length == 126 ? in.readUnsignedShort() : length;
        byte[] mask = in.readNBytes(4);
        byte[] text = in.readNBytes(length);
        for (int i = 0; i < text.length; i++) {
            text[i] ^= mask[i % 4];
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    private static void write(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(0x81);
        if (bytes.length < 126) {
            out.write(bytes.length);
        } else {
            out.write(new byte[] {126, (byte) (bytes.length >> 8), (byte) bytes.length});
        }
        out.write(bytes);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
