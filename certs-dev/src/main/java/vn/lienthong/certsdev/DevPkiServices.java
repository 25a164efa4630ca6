package vn.lienthong.certsdev;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The services of a {@link DevelopmentPki} over plain HTTP, as the field has them, on loopback only: {@code /crl/…},
 * {@code /crt/…}, {@code /ocsp} (RFC 6960 appendix A, GET and POST), {@code /tsa} (RFC 3161 §3.4), and {@code /down/…},
 * which always answers 500. Paths lie below the path of the PKI's service base.
 */
public final class DevPkiServices implements AutoCloseable {
    private static final int MOST_REQUEST_BYTES = 64 * 1024;

    private final HttpServer server;
    private final ExecutorService threads;
    private final DevelopmentPki pki;

    private DevPkiServices(HttpServer server, ExecutorService threads, DevelopmentPki pki) {
        this.server = server;
        this.threads = threads;
        this.pki = pki;
    }

    /**
     * Serves the PKI. Its certificates name the addresses of its service base: have the port agree with it, or let
     * {@link #start(InetSocketAddress, Function)} find one.
     *
     * @throws IllegalArgumentException when the address is not loopback
     * @throws IOException when it cannot be bound
     */
    public static DevPkiServices start(DevelopmentPki pki, InetSocketAddress address) throws IOException {
        return start(address, base -> pki);
    }

    /** Binds first (port 0: a free one), then opens the PKI for the base address that came out of it, and serves it. */
    public static DevPkiServices start(InetSocketAddress address, Function<URI, DevelopmentPki> pkiFor)
            throws IOException {
        if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("address: " + address + " (expected: loopback)");
        }
        HttpServer server = HttpServer.create(address, 0);
        DevelopmentPki pki;
        try {
            pki = pkiFor.apply(baseOf(server));
        } catch (RuntimeException | Error fault) {
            server.stop(0);
            throw fault;
        }
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        DevPkiServices services = new DevPkiServices(server, threads, pki);
        services.open();
        return services;
    }

    /** The PKI that is served. */
    public DevelopmentPki pki() {
        return pki;
    }

    /** Where the services answer, with the port that was bound. */
    public URI base() {
        return baseOf(server);
    }

    /** Stops at once; requests under way are cut off. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void open() {
        String prefix = new ServiceAddresses(pki.settings().serviceBase()).prefix();
        server.setExecutor(threads);
        server.createContext(
                prefix + ServiceAddresses.CRL,
                exchange -> serve(exchange, "application/pkix-crl", ".crl", pki::encoded));
        server.createContext(
                prefix + ServiceAddresses.CERTIFICATE,
                exchange -> serve(exchange, "application/pkix-cert", ".crt", DevPkiServices::certificate));
        server.createContext(prefix + ServiceAddresses.OCSP, this::ocsp);
        server.createContext(
                prefix + ServiceAddresses.TIMESTAMP,
                exchange -> answerPost(exchange, "application/timestamp-reply", pki::timestamp));
        server.createContext(
                prefix + ServiceAddresses.DOWN, exchange -> send(exchange, 500, "text/plain", new byte[0]));
        server.start();
    }

    private void serve(HttpExchange exchange, String type, String suffix, Function<Authority, byte[]> content)
            throws IOException {
        String name = rest(exchange);
        Optional<Authority> authority = name.endsWith(suffix)
                ? pki.authority(name.substring(0, name.length() - suffix.length()))
                : Optional.empty();
        if (authority.isEmpty()) {
            send(exchange, 404, "text/plain", new byte[0]);
        } else {
            send(exchange, 200, type, content.apply(authority.get()));
        }
    }

    private void ocsp(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("GET")) {
            answerPost(exchange, "application/ocsp-response", pki::ocsp);
            return;
        }
        byte[] request;
        try {
            // The plus sign belongs to base64 here, not to a form: keep it from being read as a blank.
            String path = URLDecoder.decode(rest(exchange).replace("+", "%2B"), StandardCharsets.US_ASCII);
            request = Base64.getDecoder().decode(path.startsWith("/") ? path.substring(1) : path);
        } catch (IllegalArgumentException unreadable) {
            send(exchange, 400, "text/plain", new byte[0]);
            return;
        }
        send(exchange, 200, "application/ocsp-response", pki.ocsp(request));
    }

    private static void answerPost(HttpExchange exchange, String type, UnaryOperator<byte[]> answer)
            throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            send(exchange, 405, "text/plain", new byte[0]);
            return;
        }
        byte[] request = exchange.getRequestBody().readNBytes(MOST_REQUEST_BYTES + 1);
        if (request.length > MOST_REQUEST_BYTES) {
            send(exchange, 413, "text/plain", new byte[0]);
        } else {
            send(exchange, 200, type, answer.apply(request));
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static String rest(HttpExchange exchange) {
        return exchange.getRequestURI()
                .getRawPath()
                .substring(exchange.getHttpContext().getPath().length());
    }

    private static byte[] certificate(Authority authority) {
        try {
            return authority.certificate().getEncoded();
        } catch (CertificateEncodingException fault) {
            throw new IllegalStateException("certificate: " + authority.slug() + " (expected: DER)", fault);
        }
    }

    private static URI baseOf(HttpServer server) {
        InetSocketAddress bound = server.getAddress();
        String host = bound.getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + bound.getPort());
    }
}
