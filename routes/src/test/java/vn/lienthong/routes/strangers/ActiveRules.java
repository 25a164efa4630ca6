package vn.lienthong.routes.strangers;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import vn.lienthong.routes.strangers.ScanReport.Risk;

/** What ZAP's active rules put into a place where a caller's text goes, and what must not come of it. */
record ActiveRules(ScanReport report, PassiveRules passive) {

    /** So long does the database sleep where a probe reaches it as a command. */
    private static final int SLEEP_SECONDS = 25;

    static final List<String> PROBES = List.of(
            "\"'><script>xss7()</script>",
            "javascript:xss7()",
            "${7*1911}{{7*1911}}__${7*1911}__::x",
            "' OR '1'='1' --",
            "1');select pg_sleep(" + SLEEP_SECONDS + ")--",
            "..\\..\\..\\..\\..\\etc\\passwd",
            "../../../../../../etc/passwd",
            "file:///etc/passwd",
            "https://evil.example/",
            "//evil.example/",
            "x\r\nX-Injected: 1",
            "\0",
            "*)(|(a=*",
            ";sleep " + SLEEP_SECONDS,
            "-1",
            "99999999999999999999",
            "%n%s%x",
            "a".repeat(3_000));

    /** Asks with a probe in some place, and looks at what comes back. */
    void probe(String where, String probe, Supplier<HttpResponse<String>> asking) {
        long start = System.nanoTime();
        HttpResponse<String> answer = asking.get();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        String place = where + " with " + probe.substring(0, Math.min(probe.length(), 30));
        boolean ours = answer.statusCode() >= 500 && !answer.body().contains("gatewayFault");
        report.expect(!ours, Risk.MEDIUM, "answers no probe with a fault of its own", place, "" + answer.statusCode());
        // What is no page is not run: its type is said, and is not guessed.
        boolean isPage =
                !answer.headers().firstValue("Content-Type").orElse("").matches("application/(problem\\+)?json.*");
        report.expect(
                !(isPage && answer.body().contains("<script>xss7"))
                        && !answer.body().contains("href=\"javascript:"),
                Risk.HIGH,
                "40012 cross site scripting (reflected)",
                place,
                "");
        report.expect(!answer.body().contains("13377"), Risk.HIGH, "90035 server side template injection", place, "");
        report.expect(!answer.body().contains("root:x:0"), Risk.HIGH, "6 path traversal", place, "");
        report.expect(
                took.compareTo(Duration.ofSeconds(SLEEP_SECONDS - 1)) < 0,
                Risk.HIGH,
                "40022 SQL injection, 90020 command injection (time)",
                place,
                took.toString());
        report.expect(
                answer.headers().firstValue("X-Injected").isEmpty(), Risk.HIGH, "40003 CRLF injection", place, "");
        String location = answer.headers().firstValue("Location").orElse("");
        report.expect(
                !location.toLowerCase(Locale.ROOT).contains("evil.example"),
                Risk.HIGH,
                "20019 external redirect",
                place,
                location);
        passive.look(place, answer, true);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
