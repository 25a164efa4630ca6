package vn.lienthong.routes.strangers;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lienthong.routes.strangers.ScanReport.Risk;

/** The rules of ZAP's baseline that look at an answer without asking anything more. */
record PassiveRules(ScanReport report) {

    private static final Pattern FORM = Pattern.compile("(?is)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern TRACE = Pattern.compile(
            "at (vn|org|java|jakarta|com)\\.[\\w.$]+\\([\\w]+\\.java:|Exception:|PSQLException|SQLSTATE|Whitelabel|"
                    + "org\\.(springframework|apache|postgresql)\\.");
    private static final Pattern PRIVATE_ADDRESS =
            Pattern.compile("\\b(10\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|192\\.168\\.\\d{1,3}\\.\\d{1,3}|"
                    + "172\\.(1[6-9]|2\\d|3[01])\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final Pattern PATH = Pattern.compile("(?<![\\w/])/(home|root|tmp|var|opt|etc|usr)/[\\w./-]+");
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[a-z]{2,}");
    private static final Pattern SOURCE =
            Pattern.compile("(?is)<(?:script|link|img|iframe|object|embed)\\b[^>]*?(?:src|href)=\"([^\"]+)\"");
    private static final Pattern INLINE =
            Pattern.compile("(?is)<script\\b(?![^>]*\\bsrc=)[^>]*>|\\son\\w+=\"|<style\\b|\\sstyle=\"");
    private static final Pattern PASSWORD = Pattern.compile("(?is)<input\\b[^>]*type=\"password\"[^>]*>");

    /**
     * Looks at one answer.
     *
     * @param open whether everybody may have it, so that it may be kept
     */
    void look(String where, HttpResponse<String> answer, boolean open) {
        if (answer.statusCode() >= 400 && answer.body().isEmpty()) {
            // A status alone, of the container or of the filter that keeps the listeners apart.
            report.looked("a status alone says nothing");
            return;
        }
        headers(where, answer, open);
        cookies(where, answer);
        body(where, answer.body());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        report.expect(
                answer.body().isEmpty() || !type.isEmpty(), Risk.LOW, "10019 Content-Type header missing", where, "");
        if (type.startsWith("text/html")) {
            report.expect(
                    (type + answer.body()).toLowerCase(Locale.ROOT).matches("(?s).*charset=\"?utf-8.*"),
                    Risk.LOW,
                    "90011 charset mismatch",
                    where,
                    type);
            page(where, answer.body());
        }
    }

    private void headers(String where, HttpResponse<String> answer, boolean open) {
        expectPolicy(where, answer);
        has(answer, "X-Content-Type-Options", "nosniff", Risk.LOW, "10021 X-Content-Type-Options missing", where);
        has(
                answer,
                "Strict-Transport-Security",
                "max-age=",
                Risk.LOW,
                "10035 Strict-Transport-Security not set",
                where);
        has(answer, "X-Frame-Options", "DENY", Risk.MEDIUM, "10020 anti-clickjacking header missing", where);
        has(answer, "Permissions-Policy", "=()", Risk.LOW, "10063 Permissions-Policy not set", where);
        has(answer, "Referrer-Policy", "", Risk.LOW, "Referrer-Policy not set", where);
        for (String name : List.of("Server", "X-Powered-By", "X-AspNet-Version", "Via")) {
            report.expect(
                    answer.headers().firstValue(name).isEmpty(),
                    Risk.LOW,
                    "10036/10037 server leaks what it is",
                    where,
                    name + ": " + answer.headers().firstValue(name).orElse(""));
        }
        if (!open) {
            String kept = answer.headers().firstValue("Cache-Control").orElse("");
            report.expect(
                    kept.contains("no-store") || (kept.contains("private") && kept.contains("no-cache")),
                    Risk.MEDIUM,
                    "10015/10049 private answer may be kept",
                    where,
                    kept);
        }
    }

    private void has(HttpResponse<String> answer, String name, String value, Risk risk, String rule, String where) {
        String found = answer.headers().firstValue(name).orElse("");
        report.expect(!found.isEmpty() && found.contains(value), risk, rule, where, found);
    }

    private void expectPolicy(String where, HttpResponse<String> answer) {
        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        report.expect(!policy.isEmpty(), Risk.MEDIUM, "10038 Content-Security-Policy not set", where, "");
        Set<String> names = List.of(policy.split(";", -1)).stream()
                .map(directive -> directive.strip().split(" ", -1)[0])
                .collect(Collectors.toSet());
        report.expect(
                names.containsAll(Set.of("default-src", "frame-ancestors", "form-action", "base-uri")),
                Risk.MEDIUM,
                "10055 CSP: directive without fallback",
                where,
                policy);
        report.expect(
                !policy.contains("unsafe-") && !policy.contains("*") && !policy.contains("http:"),
                Risk.MEDIUM,
                "10055 CSP: unsafe or wildcard source",
                where,
                policy);
    }

    private void cookies(String where, HttpResponse<String> answer) {
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String lower = cookie.toLowerCase(Locale.ROOT);
            report.expect(lower.contains("httponly"), Risk.LOW, "10010 cookie without HttpOnly", where, cookie);
            report.expect(lower.contains("secure"), Risk.LOW, "10011 cookie without Secure", where, cookie);
            report.expect(lower.contains("samesite=strict"), Risk.LOW, "10054 cookie without SameSite", where, cookie);
        }
    }

    private void body(String where, String body) {
        none(TRACE, body, Risk.MEDIUM, "90022 application error disclosure", where);
        none(PRIVATE_ADDRESS, body, Risk.LOW, "2 private IP disclosure", where);
        none(PATH, body.replaceAll("(file:///|/)etc/passwd", ""), Risk.LOW, "110009 full path disclosure", where);
    }

    private void none(Pattern pattern, String body, Risk risk, String rule, String where) {
        Matcher found = pattern.matcher(body);
        boolean there = found.find();
        report.expect(!there, risk, rule, where, there ? found.group() : "");
    }

    private void page(String where, String body) {
        none(INLINE, body, Risk.MEDIUM, "inline script or style", where);
        none(MAIL, body, Risk.INFORMATIONAL, "10024 e-mail addresses in a page", where);
        for (Matcher source = SOURCE.matcher(body); source.find(); ) {
            String address = source.group(1);
            report.expect(
                    !address.matches("(\\w+:)?//.*"),
                    Risk.MEDIUM,
                    "10017/10040 source of another origin",
                    where,
                    address);
        }
        for (Matcher form = FORM.matcher(body); form.find(); ) {
            if (form.group(1).toLowerCase(Locale.ROOT).contains("method=\"post\"")) {
                report.expect(
                        form.group(2).matches("(?s).*name=\"_csrf\" value=\"[^\"]{20,}\".*"),
                        Risk.MEDIUM,
                        "10202 absence of anti-CSRF tokens",
                        where,
                        form.group(1));
            }
        }
        for (Matcher input = PASSWORD.matcher(body); input.find(); ) {
            report.expect(
                    input.group().contains("autocomplete="),
                    Risk.LOW,
                    "10012 password field says nothing of autocomplete",
                    where,
                    input.group());
        }
    }
}
