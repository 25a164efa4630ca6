package vn.lienthong.routes.link;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** The line between two gateways: passes calls on, and breaks where a test wants it to. */
final class LossyLine implements AutoCloseable {

    private static final Set<String> OF_THE_CONNECTION = Set.of("host", "content-length", "connection", "expect");

    /** What to do with one call. */
    interface Mishap {
        /** Whether the call still reaches the other side; its answer is lost in any case. */
        boolean passesOn(String operation) throws InterruptedException;
    }

    private record Armed(String operation, Mishap mishap) {}

    private final URI target;
    private final HttpServer server;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<Armed> armed = new AtomicReference<>(new Armed("", operation -> true));

    LossyLine(URI target) throws IOException {
        this.target = target;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(calls);
        server.createContext("/", this::pass);
        server.start();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** The next call of that operation meets the mishap, the ones after it do not. */
    void breakAt(String operation, Mishap mishap) {
        armed.set(new Armed(operation, mishap));
    }

    /** Whether the mishap is still to come. */
    boolean isArmed() {
        return !armed.get().operation().isEmpty();
    }

    private void pass(HttpExchange exchange) throws IOException {
        String operation = exchange.getRequestURI().getPath().replaceAll(".*/", "");
        byte[] body = exchange.getRequestBody().readAllBytes();
        Armed now = armed.get();
        boolean broken = now.operation().equals(operation) && armed.compareAndSet(now, new Armed("", call -> true));
        try (exchange) {
            if (broken) {
                if (now.mishap().passesOn(operation)) {
                    forward(exchange, body);
                }
                return;
            }
            HttpResponse<byte[]> answer = forward(exchange, body);
            answer.headers().map().forEach((name, values) -> values.stream()
                    .filter(value -> !OF_THE_CONNECTION.contains(name) && !name.equals("transfer-encoding"))
                    .forEach(value -> exchange.getResponseHeaders().add(name, value)));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        String query = exchange.getRequestURI().getRawQuery();
        String path = exchange.getRequestURI().getRawPath() + (query == null ? "" : "?" + query);
        HttpRequest.Builder request = HttpRequest.newBuilder(target.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> values.stream()
                .filter(value -> !OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(value -> request.header(name, value)));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        server.stop(0);
        calls.shutdownNow();
        client.close();
    }
}
