package vn.lienthong.routes.command.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Stands between the client and the gateway: passes everything on, but for what the running step spoils. */
final class FaultyDoor implements AutoCloseable {
    private static final Duration CALL = Duration.ofMinutes(2);
    private static final Duration SLOW = Duration.ofSeconds(10);

    /** A document to check a client with is small. */
    private static final int LONGEST_BODY_BYTES = 64 * 1024 * 1024;

    /** What belongs to one connection, not to the message. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "transfer-encoding",
            "upgrade");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI gateway;
    private final Watch watch;

    /** Who is told of each call, and says what is to be done to it. */
    interface Watch {
        Fault begin(Call call);

        /** The list of an answer as the client is to see it. */
        byte[] list(Answer answer, Fault fault);

        void end(Call call, Fault fault, Answer answer, boolean told);
    }

    FaultyDoor(InetAddress address, int port, URI gateway, Watch watch) throws IOException {
        this.gateway = gateway;
        this.watch = watch;
        this.server = HttpServer.create(new InetSocketAddress(address, port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY_BYTES + 1);
            if (body.length > LONGEST_BODY_BYTES) {
                exchange.sendResponseHeaders(413, -1);
                return;
            }
            Call call = new Call(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers(exchange), body);
            Fault fault = watch.begin(call);
            if (fault == Fault.BUSY) {
                exchange.getResponseHeaders().set("Retry-After", String.valueOf(Steps.RETRY_AFTER.toSeconds()));
                exchange.sendResponseHeaders(503, -1);
                watch.end(
                        call,
                        fault,
                        new Answer(503, java.net.http.HttpHeaders.of(Map.of(), (a, b) -> true), new byte[0]),
                        false);
                return;
            }
            Answer answer = forward(call);
            boolean told = tell(exchange, call, answer, fault);
            watch.end(call, fault, answer, told);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return headers;
    }

    private Answer forward(Call call) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + call.target()))
                .timeout(CALL)
                .method(
                        call.method(),
                        call.body().length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(call.body()));
        call.headers().entrySet().stream()
                .filter(header -> !HOP_BY_HOP.contains(header.getKey()))
                .forEach(header -> request.header(header.getKey(), header.getValue()));
        HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** Whether the client got all of it, as far as can be seen from here. */
    private boolean tell(HttpExchange exchange, Call call, Answer answer, Fault fault) throws InterruptedException {
        if (fault == Fault.LOST) {
            // Closing without an answer: the client's connection ends.
            return false;
        }
        if (fault == Fault.SLOW) {
            TimeUnit.MILLISECONDS.sleep(SLOW.toMillis());
        }
        byte[] body = hereFor(call, watch.list(answer, fault));
        answer.headers().map().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, List.copyOf(values));
            }
        });
        try {
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            OutputStream out = exchange.getResponseBody();
            out.write(fault == Fault.CUT ? Arrays.copyOf(body, body.length / 2) : body);
            out.flush();
            return fault != Fault.CUT;
        } catch (IOException clientIsGone) {
            return false;
        }
    }

    /** A description of the door names the address to call: that is this one. */
    private byte[] hereFor(Call call, byte[] body) {
        return call.method().equals("GET") && call.target().endsWith("?wsdl")
                ? new String(body, StandardCharsets.UTF_8)
                        .replace(gateway.toString(), "http://" + call.header("host"))
                        .getBytes(StandardCharsets.UTF_8)
                : body;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        http.close();
    }
}
