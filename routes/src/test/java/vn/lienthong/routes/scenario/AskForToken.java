package vn.lienthong.routes.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Asks the token endpoint, as a system does before it comes to the REST or the SOAP door. */
record AskForToken(HttpClient http, URI base, String systemId, String secret) {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** What the token endpoint said instead of giving one. */
    static final class NotLetIn extends Exception {

        private static final long serialVersionUID = 1L;

        NotLetIn(String error) {
            super(error);
        }
    }

    String ask() throws IOException, InterruptedException, NotLetIn {
        String form = "grant_type=client_credentials&client_id=" + systemId + "&client_secret="
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new NotLetIn(answer.body());
        }
        return JsonMapper.builder()
                .build()
                .readTree(answer.body())
                .get("access_token")
                .asString();
    }
}
