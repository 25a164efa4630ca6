package vn.lienthong.routes.command.demo;

import static vn.lienthong.routes.command.demo.StepFailed.unless;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person with a browser: logs in at the console and reads the page of a document. */
final class VisitConsole {
    private static final Duration CALL = Duration.ofSeconds(60);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Addresses addresses;
    private final String password;

    VisitConsole(Addresses addresses, String password) {
        this.addresses = addresses;
        this.password = password;
    }

    static void play(Stage stage) throws IOException, InterruptedException {
        URI page = stage.console()
                .addresses
                .dossier(stage.ledger().dossier(stage.first()).id());
        stage.console().read(page, stage.first());
    }

    private void read(URI page, Letter letter) throws IOException, InterruptedException {
        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            unless(get(browser, page).statusCode() != 200, "trang hồ sơ mở được mà không cần đăng nhập");
            logIn(browser);
            HttpResponse<String> story = get(browser, page);
            unless(story.statusCode() == 200, "trang hồ sơ trả lời HTTP " + story.statusCode());
            for (String shown : new String[] {letter.symbol(), DemoAgency.TAY_NINH.code(), DemoAgency.NGHE_AN.code()}) {
                unless(story.body().contains(shown), "trang hồ sơ không có " + shown);
            }
        }
    }

    private void logIn(HttpClient browser) throws IOException, InterruptedException {
        URI login = addresses.console().resolve("login");
        Matcher token = TOKEN.matcher(get(browser, login).body());
        unless(token.find(), "trang đăng nhập không có biểu mẫu");
        String form =
                Map.of("_csrf", token.group(1), "username", DemoWorld.USER, "password", password).entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(login)
                .timeout(CALL)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<Void> answer = browser.send(request, HttpResponse.BodyHandlers.discarding());
        String next = answer.headers().firstValue("Location").orElse("");
        unless(answer.statusCode() == 302 && !next.contains("login"), "đăng nhập không thành công");
    }

    private static HttpResponse<String> get(HttpClient browser, URI page) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(page).timeout(CALL).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
