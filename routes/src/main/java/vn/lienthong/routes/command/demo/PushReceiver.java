package vn.lienthong.routes.command.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.lienthong.gateway.digest.Hmac;
import vn.lienthong.gateway.digest.Sha256;

/**
 * An agency's system that has its documents pushed to it, on loopback. Like many it is not always there: the first call
 * about each copy finds it busy (503), the next is taken (200). What does not come from the gateway gets 401.
 */
final class PushReceiver implements AutoCloseable {
    private static final String PATH = "/van-ban-den";
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int BUSY = 503;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final byte[] secret;
    private final Map<String, List<Call>> calls = new ConcurrentHashMap<>();

    /** One call about one copy, and how it was answered. */
    record Call(int answer, byte[] body) {}

    private PushReceiver(HttpServer server, byte[] secret) {
        this.server = server;
        this.secret = secret;
    }

    static PushReceiver start(String secret) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PushReceiver receiver = new PushReceiver(server, secret.getBytes(StandardCharsets.UTF_8));
        server.setExecutor(receiver.threads);
        server.createContext(PATH, receiver::answer);
        server.start();
        return receiver;
    }

    URI address() {
        InetSocketAddress bound = server.getAddress();
        return URI.create("http://127.0.0.1:" + bound.getPort() + PATH);
    }

    /** The calls about a copy, in order. */
    List<Call> callsAbout(String deliveryId) {
        return List.copyOf(calls.getOrDefault(deliveryId, List.of()));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Optional<String> delivery =
                    header(exchange, "LienThong-Delivery").filter(id -> isGenuine(exchange, id, body));
            exchange.sendResponseHeaders(delivery.map(id -> note(id, body)).orElse(UNAUTHORIZED), -1);
        }
    }

    private int note(String delivery, byte[] body) {
        List<Call> earlier = calls.computeIfAbsent(delivery, id -> new CopyOnWriteArrayList<>());
        int answer = earlier.isEmpty() ? BUSY : OK;
        earlier.add(new Call(answer, body));
        return answer;
    }

    private boolean isGenuine(HttpExchange exchange, String delivery, byte[] body) {
        String signed = delivery + "." + header(exchange, "LienThong-Sent").orElse("") + "."
                + Sha256.of(body).hex();
        String expected = HexFormat.of().formatHex(Hmac.of(secret, signed.getBytes(StandardCharsets.UTF_8)));
        return Objects.equals(expected, header(exchange, "LienThong-Signature").orElse(""));
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }
}
