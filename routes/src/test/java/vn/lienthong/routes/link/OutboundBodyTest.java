package vn.lienthong.routes.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests with bodies, against a neighbour that does what no proper server would. */
final class OutboundBodyTest {

    private static final long HUGE = 300L * 1024 * 1024;
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final ExecutorService neighbour = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger requests = new AtomicInteger();
    private ServerSocket socket;
    private Future<?> served = CompletableFuture.completedFuture(true);

    /** What the neighbour does with one connection. */
    private interface Behaviour {
        void on(InputStream in, OutputStream out) throws IOException;
    }

    @BeforeEach
    void listen() throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        socket.close();
        neighbour.shutdownNow();
    }

    private void behave(Behaviour... each) {
        served = neighbour.submit(() -> {
            for (Behaviour behaviour : each) {
                try (Socket connection = socket.accept()) {
                    behaviour.on(connection.getInputStream(), connection.getOutputStream());
                }
            }
            return true;
        });
    }

    /** Reads up to the empty line; true while there is a request. */
    private boolean head(InputStream in) throws IOException {
        int last4 = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            last4 = last4 << 8 | b;
            if (last4 == 0x0d0a0d0a) {
                requests.incrementAndGet();
                return true;
            }
        }
        return false;
    }

    private static void answer(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static OutboundSettings within(Duration timeout) {
        return new OutboundSettings(List.of(), List.of(), true, true, Duration.ofSeconds(2), timeout, 1_000);
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    private static HttpRequest.Builder post(InputStream body, long length) {
        return HttpRequest.newBuilder()
                .POST(HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofInputStream(() -> body), length));
    }

    @Test
    void aHugeBodyGoesThroughInFlatMemory() throws Exception {
        behave((in, out) -> {
            head(in);
            in.skipNBytes(HUGE);
            answer(out, OK);
        });
        Counted body = new Counted(HUGE);
        try (OutboundHttp http = new OutboundHttp(within(Duration.ofMinutes(1)))) {
            assertThat(http.send(uri(), post(body, HUGE)).status()).isEqualTo(200);
        }
        served.get();
        assertThat(body.left).isZero();
        // What is in flight beyond what the neighbour's socket has taken: buffers, not the body.
        assertThat(body.mostRetainedBytes).isLessThan(64L * 1024 * 1024);
    }

    @Test
    void aBodyShorterThanAnnouncedIsSaidSoAtOnce() {
        behave((in, out) -> {
            head(in);
            in.skipNBytes(100);
        });
        try (OutboundHttp http = new OutboundHttp(within(Duration.ofSeconds(20)))) {
            assertThatThrownBy(() -> http.send(uri(), post(new Counted(10), 100)))
                    .hasMessageContaining("10 bytes (expected: 100)");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aNeighbourThatDoesNotReadIsLeftAtTheDeadline() throws Exception {
        behave((in, out) -> sleep());
        try (OutboundHttp http = new OutboundHttp(within(Duration.ofMillis(700)))) {
            assertThatThrownBy(() -> http.send(uri(), post(new Counted(HUGE), HUGE)))
                    .isInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void aNeighbourThatDoesNotAnswerIsLeftAtTheDeadline() throws Exception {
        behave((in, out) -> {
            head(in);
            sleep();
        });
        try (OutboundHttp http = new OutboundHttp(within(Duration.ofMillis(300)))) {
            for (int i = 0; i < 10; i++) {
                assertThatThrownBy(() -> http.send(uri(), post(new Counted(10), 10)))
                        .isInstanceOf(HttpTimeoutException.class);
            }
        }
    }

    @Test
    void aRefusalBeforeTheEndOfTheBodyIsHeard() throws Exception {
        behave((in, out) -> {
            head(in);
            answer(out, "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            in.skipNBytes(8 * 1024 * 1024);
        });
        Counted body = new Counted(HUGE);
        try (OutboundHttp http = new OutboundHttp(within(Duration.ofSeconds(20)))) {
            assertThat(http.send(uri(), post(body, HUGE)).status()).isEqualTo(413);
        }
        assertThat(body.left).isPositive();
    }

    @Test
    void aConnectionThatTheNeighbourClosedAtRestIsNotUsedAgain() throws Exception {
        behave(
                (in, out) -> {
                    head(in);
                    in.skipNBytes(10);
                    answer(out, OK);
                },
                (in, out) -> {
                    head(in);
                    in.skipNBytes(10);
                    answer(out, OK);
                });
        try (OutboundHttp http = new OutboundHttp(within(Duration.ofSeconds(20)))) {
            http.send(uri(), post(new Counted(10), 10));
            Thread.sleep(400);
            assertThat(http.send(uri(), post(new Counted(10), 10)).status()).isEqualTo(200);
        }
        served.get();
        assertThat(requests).hasValue(2);
    }

    /** Whether it took the document is not known, so it is the caller's to repeat, under the same delivery id. */
    @Test
    void aRequestThatGotNoAnswerIsNotSentAgainByItself() throws Exception {
        behave(
                (in, out) -> {
                    head(in);
                    in.skipNBytes(10);
                    answer(out, OK);
                    // The same connection: takes the second request whole and goes away.
                    head(in);
                    in.skipNBytes(10);
                },
                (in, out) -> {
                    head(in);
                    answer(out, OK);
                });
        try (OutboundHttp http = new OutboundHttp(within(Duration.ofSeconds(20)))) {
            http.send(uri(), post(new Counted(10), 10));
            assertThatThrownBy(() -> http.send(uri(), post(new Counted(10), 10)))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(HttpTimeoutException.class);
        }
        assertThat(requests).hasValue(2);
    }

    private static void sleep() throws IOException {
        try {
            Thread.sleep(Duration.ofMinutes(1));
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    /** Zeros without an end in memory; looks at the heap now and then. */
    @SuppressWarnings("InputStreamSlowMultibyteRead")
    private static final class Counted extends InputStream {

        private static final long LOOK_EVERY_BYTES = 50L * 1024 * 1024;

        private final long before = used();
        private long left;
        private long mostRetainedBytes;

        Counted(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int part = (int) Math.min(left, length);
            if (left / LOOK_EVERY_BYTES != (left - part) / LOOK_EVERY_BYTES) {
                System.gc();
                mostRetainedBytes = Math.max(mostRetainedBytes, used() - before);
            }
            left -= part;
            return part;
        }

        private static long used() {
            Runtime runtime = Runtime.getRuntime();
            return runtime.totalMemory() - runtime.freeMemory();
        }
    }
}
