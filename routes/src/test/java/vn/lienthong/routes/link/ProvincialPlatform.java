package vn.lienthong.routes.link;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.not;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.util.List;

/** An imitation of a provincial platform that answers as the running one was seen to, or badly. */
final class ProvincialPlatform implements AutoCloseable {

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    ProvincialPlatform() {
        server.start();
        answers("getAgenciesList", ok("[]"));
        logsIn("token-1");
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    static ResponseDefinitionBuilder ok(String data) {
        return json("{\"code\":200,\"message\":\"OK\",\"data\":" + data + "}");
    }

    static ResponseDefinitionBuilder json(String text) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(text);
    }

    static ResponseDefinitionBuilder unauthorized() {
        return aResponse()
                .withStatus(401)
                .withHeader("Content-Type", "text/plain")
                .withBody("Unauthorized");
    }

    void logsIn(String token) {
        answers("auth/login", ok("{\"id\":\"1\",\"username\":\"tinh\",\"token\":\"" + token + "\"}"));
    }

    void answers(String operation, ResponseDefinitionBuilder response) {
        server.stubFor(any(urlPathEqualTo("/v1/" + operation)).willReturn(response));
    }

    /** Lists so of a stretch of days. */
    void lists(String from, String to, List<String> lines) {
        server.stubFor(any(urlPathEqualTo("/v1/syncReceivedEdocList"))
                .withQueryParam("fromDate", equalTo(from))
                .withQueryParam("toDate", equalTo(to))
                .willReturn(ok("[" + String.join(",", lines) + "]")));
    }

    /** Knows no other token for any operation but the login. */
    void knowsOnly(String token) {
        server.stubFor(any(anyUrl())
                .atPriority(1)
                .willReturn(unauthorized())
                .withHeader("Authorization", not(equalTo("Bearer " + token)).and(matching("Bearer .*"))));
    }

    /** Every call so far, oldest first. */
    List<LoggedRequest> requests() {
        return server.getAllServeEvents().reversed().stream()
                .map(ServeEvent::getRequest)
                .toList();
    }

    List<String> paths() {
        return requests().stream()
                .map(request -> request.getUrl().replace("/v1/", "").replaceAll("\\?.*", ""))
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }
}
