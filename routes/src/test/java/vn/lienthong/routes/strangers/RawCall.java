package vn.lienthong.routes.strangers;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Bytes over TLS as no library would send them. */
record RawCall(SSLSocketFactory sockets, int port) {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int MOST_BYTES = 1 << 20;

    /**
     * What came back.
     *
     * @param closed whether the other side ended the connection within the patience
     */
    record Heard(String text, boolean closed) {

        int status() {
            return text.startsWith("HTTP/") ? Integer.parseInt(text.split(" ", 3)[1]) : 0;
        }

        boolean isRefused() {
            return status() >= 400 && status() < 500;
        }

        int answers() {
            return text.split("HTTP/1.1 ", -1).length - 1;
        }

        String header() {
            return text.split("\r\n\r\n", 2)[0];
        }
    }

    Heard say(String text) throws IOException {
        return say(text.getBytes(StandardCharsets.ISO_8859_1), PATIENCE_MILLIS);
    }

    Heard say(byte[] bytes, int patienceMillis) throws IOException {
        try (SSLSocket socket = (SSLSocket) sockets.createSocket("127.0.0.1", port)) {
            socket.setSoTimeout(patienceMillis);
            try {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
            } catch (IOException endedWhileWriting) {
                // What it said before counts.
            }
            return read(socket);
        }
    }

    private static Heard read(SSLSocket socket) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[8_192];
        try {
            InputStream in = socket.getInputStream();
            while (text.length() < MOST_BYTES) {
                int count = in.read(buffer);
                if (count < 0) {
                    return new Heard(text.toString(), true);
                }
                text.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
            }
            return new Heard(text.toString(), false);
        } catch (SocketTimeoutException silence) {
            return new Heard(text.toString(), false);
        } catch (IOException reset) {
            return new Heard(text.toString(), true);
        }
    }
}
