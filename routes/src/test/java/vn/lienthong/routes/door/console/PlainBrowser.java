package vn.lienthong.routes.door.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lienthong.gateway.access.Role;

/** A browser without a screen: cookies, and forms with the token of the page that was read last. Follows no redirects. */
public final class PlainBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    private final HttpClient http;
    private String token = "";

    public PlainBrowser(String address) {
        this(address, HttpClient.newBuilder());
    }

    /** Connects as the builder says, such as over TLS. */
    public PlainBrowser(String address, HttpClient.Builder connecting) {
        this.address = address;
        this.http = connecting.cookieHandler(new CookieManager()).build();
    }

    static PlainBrowser loggedIn(String address, Role role) {
        return loggedIn(address, ConsoleFixture.username(role));
    }

    static PlainBrowser loggedIn(String address, String username) {
        PlainBrowser browser = new PlainBrowser(address);
        HttpResponse<String> answer = browser.login(username, ConsoleFixture.PASSWORD);
        if (answer.statusCode() != 302) {
            throw new IllegalStateException("login: " + answer.statusCode() + "\n" + answer.body());
        }
        return browser;
    }

    public HttpResponse<String> login(String username, String password) {
        get("/login");
        return post("/login", Map.of("username", username, "password", password));
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    /** Posts with the token of the page read last. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return postWithToken(path, fields, token);
    }

    /** Posts bytes as they are, with the token of the page read last in the header that a page's script uses. */
    public HttpResponse<String> postBytes(String path, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/octet-stream")
                .header("X-CSRF-TOKEN", token)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    /** Presses a button on a page, without any field. */
    public HttpResponse<String> postFrom(String page, String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", "text/html")
                .header("Referer", address + page)
                .header("X-CSRF-TOKEN", token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    public HttpResponse<String> postWithToken(String path, Map<String, String> fields, String csrf) {
        String form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&", "", "&_csrf=" + encode(csrf)));
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    /** Posts a form in which a name may stand more than once, with the token of the page read last. */
    HttpResponse<String> postForm(String path, String form) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + encode(token)))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            Matcher found = TOKEN.matcher(answer.body());
            if (found.find()) {
                token = found.group(1);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
