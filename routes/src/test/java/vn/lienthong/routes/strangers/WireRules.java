package vn.lienthong.routes.strangers;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import vn.lienthong.routes.strangers.ScanReport.Risk;

/** Requests that no client library makes, to each listener: odd methods, hosts, paths, frames and lengths. */
record WireRules(ScanReport report, House house) {

    private List<URI> listeners() {
        return List.of(house.console("/login"), house.services("/api/v1/errors"), house.axis("/XrdAdapter/adapter/x"));
    }

    private static String request(String method, String path, String... headers) {
        StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        if (List.of(headers).stream().noneMatch(header -> header.startsWith("Host:"))) {
            text.append("Host: 127.0.0.1\r\n");
        }
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        return text + "Connection: close\r\n\r\n";
    }

    void methodsOriginsAndHosts() throws IOException {
        for (URI listener : listeners()) {
            RawCall raw = house.raw(listener);
            String path = listener.getPath();
            for (String method :
                    List.of("TRACE", "TRACK", "OPTIONS", "PUT", "DELETE", "PATCH", "CONNECT", "PROPFIND", "ODD")) {
                RawCall.Heard heard = raw.say(request(method, path, "X-Echo: echo7", "Origin: https://evil.example"));
                String place = method + " " + listener;
                report.expect(
                        heard.isRefused()
                                || (heard.status() == 200 && method.equals("OPTIONS"))
                                || heard.status() == 302
                                || heard.status() == 501
                                || isDialect(heard),
                        Risk.MEDIUM,
                        "90028 insecure HTTP method",
                        place,
                        heard.header());
                report.expect(!heard.text().contains("echo7"), Risk.MEDIUM, "10048 TRACE echoes", place, "");
                cors(place, heard);
            }
            cors("GET " + listener, raw.say(request("GET", path, "Origin: https://evil.example")));
            cors("GET " + listener, raw.say(request("GET", path, "Origin: null")));
            for (String host : List.of(
                    "evil.example", "evil.example:443", "127.0.0.1@evil.example", "a".repeat(5_000), "[::1", "")) {
                RawCall.Heard heard = raw.say(request("GET", path.equals("/login") ? "/" : path, "Host: " + host));
                report.expect(
                        !heard.text().contains("evil.example"),
                        Risk.MEDIUM,
                        "host header is believed",
                        host,
                        heard.header());
                report.expect(
                        heard.status() != 500,
                        Risk.MEDIUM,
                        "answers no probe with a fault of its own",
                        host,
                        heard.header());
            }
            for (String header : List.of(
                    "X-Forwarded-Host: evil.example",
                    "X-Forwarded-Prefix: //evil.example",
                    "Forwarded: host=evil.example",
                    "X-Original-URL: /dossiers",
                    "X-Rewrite-URL: /dossiers",
                    "X-HTTP-Method-Override: DELETE",
                    "Referer: \"><script>xss7()</script>")) {
                RawCall.Heard heard = raw.say(request("GET", path.equals("/login") ? "/" : path, header));
                report.expect(
                        !heard.text().contains("evil.example")
                                && !heard.text().contains("<script>xss7")
                                && !heard.text().contains(Papers.SUBJECT),
                        Risk.MEDIUM,
                        "forwarding header is believed",
                        header,
                        heard.header());
            }
        }
    }

    /** The axis dialect answers its refusals with 200. */
    private static boolean isDialect(RawCall.Heard heard) {
        return heard.text().contains("\"status\":\"FAIL\"");
    }

    private void cors(String place, RawCall.Heard heard) {
        report.expect(
                !heard.header().toLowerCase(Locale.ROOT).contains("access-control-allow"),
                Risk.MEDIUM,
                "10098 cross-domain misconfiguration",
                place,
                heard.header());
    }

    void pathsFramesAndBounds() throws IOException {
        for (URI listener : listeners()) {
            RawCall raw = house.raw(listener);
            for (String path : List.of(
                    "/console/../../../../etc/passwd",
                    "/console/%2e%2e/%2e%2e/application.properties",
                    "/console/..%2f..%2fapplication.properties",
                    "/console/%252e%252e/application.properties",
                    "/console/..;/dossiers",
                    "/login;/../dossiers",
                    "//dossiers",
                    "/console/%5c..%5capplication.properties",
                    "/webjars/htmx.org/../../application.properties",
                    "/api/v1/docs/../../application.properties",
                    "/api/v1/docs/..%2f..%2fapplication.properties",
                    "/.git/config",
                    "/.env",
                    "/WEB-INF/web.xml",
                    "/actuator/env",
                    "/actuator/heapdump",
                    "/h2-console",
                    "/server-status",
                    "/login%00.html",
                    "/login%0d%0aX-Injected:%201",
                    "/dossiers%2f",
                    "/dossiers/",
                    "/Dossiers",
                    "/dossiers.json",
                    "/%64ossiers",
                    "/in-tray;a=b",
                    "/overview?x=%0d%0aX-Injected:%201")) {
                RawCall.Heard heard = raw.say(request("GET", path));
                String place = path + " at " + listener.getPort();
                report.expect(
                        !heard.text().contains("root:x:0")
                                && !heard.text().contains("spring.application")
                                && !heard.text().contains("[core]")
                                && !heard.text().contains(Papers.SUBJECT),
                        Risk.HIGH,
                        "6 path traversal",
                        place,
                        heard.header());
                report.expect(
                        heard.isRefused() || heard.status() / 100 == 3 || heard.status() == 0,
                        Risk.MEDIUM,
                        "40034 hidden file or page found",
                        place,
                        heard.header());
                report.expect(
                        !heard.header().contains("\r\nX-Injected"),
                        Risk.HIGH,
                        "40003 CRLF injection",
                        place,
                        heard.header());
            }
            frames(raw, listener);
            bounds(raw, listener);
        }
    }

    /** Two lengths of one body: a proxy in front and we must not see two requests where it sees one. */
    private void frames(RawCall raw, URI listener) throws IOException {
        String hidden = "GET /smuggled HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
        String start = "POST " + listener.getPath() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\n";
        for (String head : List.of(
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden,
                "Content-Length: 5\r\nContent-Length: 0\r\n\r\n" + hidden,
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n" + hidden,
                "Transfer-Encoding: xchunked\r\n\r\n" + hidden,
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + hidden,
                "Content-Length: +5\r\n\r\n" + hidden,
                "Content-Length: 0x5\r\n\r\n" + hidden)) {
            RawCall.Heard heard = raw.say((start + head).getBytes(StandardCharsets.ISO_8859_1), 8_000);
            report.expect(
                    heard.answers() <= 1,
                    Risk.HIGH,
                    "HTTP request smuggling",
                    listener.getPort() + " " + head.substring(0, head.indexOf("\r\n\r\n")),
                    heard.text());
        }
    }

    private void bounds(RawCall raw, URI listener) throws IOException {
        String half = "GET " + listener.getPath() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ";
        report.expect(
                raw.say(half.getBytes(StandardCharsets.ISO_8859_1), 30_000).closed(),
                Risk.MEDIUM,
                "slow headers are waited for for ever",
                listener.toString(),
                "");
        RawCall.Heard body = raw.say(
                ("POST " + listener.getPath() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/xml\r\n"
                                + "Content-Length: 100000\r\n\r\nabc")
                        .getBytes(StandardCharsets.ISO_8859_1),
                45_000);
        report.expect(
                body.closed() || body.status() >= 400 || isDialect(body),
                Risk.MEDIUM,
                "slow bodies are waited for for ever",
                listener.toString(),
                body.header());
        for (String text : List.of(
                "GET /" + "a".repeat(4_000_000) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                request("GET", listener.getPath(), "X-Long: " + "a".repeat(4_000_000)),
                "GET " + listener.getPath() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + "X-Many: a\r\n".repeat(100_000)
                        + "\r\n")) {
            RawCall.Heard heard = raw.say(text);
            report.expect(
                    heard.closed() && heard.status() != 200 && heard.status() != 500,
                    Risk.MEDIUM,
                    "headers are bounded",
                    listener.toString(),
                    heard.header());
        }
    }
}
