package vn.lienthong.routes.door.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an integrator writes from the description alone: a program that takes news and checks their signatures. */
final class WebhookReceiver implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpServer server;
    private final List<News> taken = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;
    private volatile long pauseMillis;
    private boolean stopped;

    /** Something that came. */
    record News(String id, String timestamp, String signatures, String body) {

        JsonNode json() {
            return MAPPER.readTree(body);
        }

        String type() {
            return json().get("type").asString();
        }

        /** The ten lines. */
        boolean isSignedWith(String secret) throws GeneralSecurityException {
            byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] code = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            String expected = "v1," + Base64.getEncoder().encodeToString(code);
            return List.of(signatures.split(" ")).contains(expected);
        }
    }

    /** On a free port where it is 0. */
    WebhookReceiver(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String address() {
        return "http://127.0.0.1:" + port() + "/tin";
    }

    void answers(int status, long afterMillis) {
        answer = status;
        pauseMillis = afterMillis;
    }

    List<News> taken() {
        return taken;
    }

    List<News> taken(String type) {
        return taken.stream().filter(news -> news.type().equals(type)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            Thread.sleep(pauseMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        taken.add(new News(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                new String(body, StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    /** Nobody answers at its address any more. */
    void goDown() {
        if (!stopped) {
            stopped = true;
            server.stop(0);
        }
    }

    @Override
    public void close() {
        goDown();
    }
}
