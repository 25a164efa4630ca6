package vn.lienthong.routes.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import vn.lienthong.routes.platform.AddressRange;

/**
 * The one HTTP client for everything that leaves the gateway. A name is looked up once, the addresses are checked against
 * the allow-list, and the connection is made to those very addresses; no redirects are followed; answers are read up to a
 * bound, and a whole call ends at its deadline. A request is sent once: whether to send it again is its caller's to decide.
 */
public final class OutboundHttp implements AutoCloseable {

    private static final int LAST_PORT = 65_535;

    private final OutboundSettings settings;
    private final CheckedAddresses.Lookup lookup;
    private final CheckedAddresses.Screen screen;
    private final SSLContext tls;
    private final CloseableHttpClient client;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    public OutboundHttp(OutboundSettings settings) {
        this(settings, InetAddress::getAllByName, systemTrust());
    }

    OutboundHttp(OutboundSettings settings, CheckedAddresses.Lookup lookup, SSLContext tls) {
        this(settings, CheckedAddresses.Screen.OPEN, lookup, tls);
    }

    private OutboundHttp(
            OutboundSettings settings, CheckedAddresses.Screen screen, CheckedAddresses.Lookup lookup, SSLContext tls) {
        this.settings = settings;
        this.screen = screen;
        this.lookup = lookup;
        this.tls = tls;
        this.client = OutboundConnections.client(settings, new CheckedAddresses(settings, screen, lookup), tls);
    }

    /** A client like this one for another purpose, with that purpose's bounds; closed by itself. */
    public OutboundHttp within(OutboundSettings bounds) {
        return new OutboundHttp(bounds, screen, lookup, tls);
    }

    /** The same for a purpose that does not reach all of where the gateway may connect. */
    public OutboundHttp within(OutboundSettings bounds, PublicAddresses reach) {
        return new OutboundHttp(bounds, reach, lookup, tls);
    }

    /** Why nothing would be sent there, as far as the address itself tells. */
    public Optional<String> refusal(URI uri) {
        try {
            check(uri);
            return Optional.empty();
        } catch (OutboundRefused refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    /** An answer, its body cut at the bound. */
    public record Answer(int status, byte[] body) {}

    /**
     * Sends a request. The builder must not have an address yet; a time-out of its own counts where it is shorter than the
     * one in the settings. Its body is read once, as it is sent, and never held whole.
     *
     * @throws OutboundRefused when the destination is not one that the gateway may talk to
     * @throws IOException when the neighbour cannot be reached or does not answer in time
     */
    public Answer send(URI uri, HttpRequest.Builder request) throws IOException, InterruptedException {
        return send(uri, request, settings.requestTimeout(), this::beginning);
    }

    /** An answer that is still coming in. */
    public interface Incoming {

        int status();

        /** The first header of that name. */
        Optional<String> header(String name);

        /** What there is of a body; reading throws where it ends before its announced length. */
        InputStream body() throws IOException;
    }

    /** Reads an answer while it comes in; what it does not read is not waited for. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Incoming answer) throws IOException;
    }

    /**
     * As {@link #send(URI, HttpRequest.Builder)}, for an answer of any length. The deadline counts for the whole of it, on
     * another thread than the caller's.
     *
     * @param silence how long the neighbour may say nothing, within the deadline
     */
    public <T> T send(URI uri, HttpRequest.Builder request, Duration silence, Reading<T> reading)
            throws IOException, InterruptedException {
        check(uri);
        HttpRequest wanted = request.uri(uri).build();
        Duration limit = wanted.timeout()
                .filter(own -> own.compareTo(settings.requestTimeout()) < 0)
                .orElse(settings.requestTimeout());
        HttpUriRequestBase call = call(wanted);
        call.setConfig(OutboundConnections.request(settings, silence));
        Future<T> running = calls.submit(() -> exchange(call, reading));
        boolean ended = false;
        try {
            T answer = running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            ended = true;
            return answer;
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("answer: not complete after " + limit);
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            if (!ended) {
                // Closes the connection, whatever it is waiting for.
                call.cancel();
                running.cancel(true);
            }
        }
    }

    /** Ends all calls and connections. */
    @Override
    public void close() throws IOException {
        calls.shutdownNow();
        client.close();
    }

    private void check(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && settings.plainHttp())) {
            throw new OutboundRefused("scheme: " + scheme + " (expected: https)");
        }
        if (uri.getHost() == null || uri.getUserInfo() != null) {
            throw new OutboundRefused("địa chỉ: " + uri + " (expected: tên máy, không kèm mật khẩu)");
        }
        if (uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
            throw new OutboundRefused("cổng: " + uri.getPort() + " (expected: 1 đến " + LAST_PORT + ")");
        }
        AddressRange.literalOf(uri.getHost()).flatMap(screen::refusal).ifPresent(reason -> {
            throw new OutboundRefused(reason);
        });
    }

    private static HttpUriRequestBase call(HttpRequest wanted) {
        HttpUriRequestBase call = new HttpUriRequestBase(wanted.method(), wanted.uri());
        wanted.headers().map().forEach((name, values) -> values.forEach(value -> call.addHeader(name, value)));
        wanted.bodyPublisher()
                .filter(body -> body.contentLength() != 0)
                .ifPresent(body -> call.setEntity(new PublishedBody(body)));
        return call;
    }

    private <T> T exchange(HttpUriRequestBase call, Reading<T> reading) throws IOException {
        // Closing an answer that was not read to its end closes its connection: nothing is drained.
        try (ClassicHttpResponse response = client.executeOpen(RoutingSupport.determineHost(call), call, null)) {
            return reading.read(new Response(response));
        } catch (HttpException e) {
            throw new IOException(e);
        }
    }

    private record Response(ClassicHttpResponse response) implements Incoming {

        @Override
        public int status() {
            return response.getCode();
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
        }

        @Override
        public InputStream body() throws IOException {
            return response.getEntity() == null
                    ? InputStream.nullInputStream()
                    : response.getEntity().getContent();
        }
    }

    private Answer beginning(Incoming answer) throws IOException {
        InputStream content = answer.body();
        byte[] read = content.readNBytes(settings.longestAnswerBytes());
        if (read.length < settings.longestAnswerBytes()) {
            content.close();
        }
        return new Answer(answer.status(), read);
    }

    private static IOException failure(ExecutionException e) {
        return switch (e.getCause()) {
            case OutboundRefused refused -> throw refused;
            // The socket's own patience ends about when the deadline does: one word for both.
            case SocketTimeoutException slow ->
                (IOException) new HttpTimeoutException(slow.getMessage()).initCause(slow);
            case IOException io -> io;
            case Throwable other -> new IOException(other);
        };
    }

    private static SSLContext systemTrust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("TLS: no default context (expected: the JDK's)", e);
        }
    }
}
