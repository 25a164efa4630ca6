package vn.lienthong.routes.link;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** An imitation of the present axis that behaves as it is told, well or badly. */
final class QuirkyAxis implements AutoCloseable {

    private static final String BASE = "/XrdAdapter/adapter/";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    QuirkyAxis() {
        server.start();
        server.stubFor(any(anyUrl()).atPriority(9).willReturn(ok("")));
        lists("edoc");
        lists("status");
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port() + "/XrdAdapter/adapter");
    }

    /** A good answer with further members, such as {@code "DocId":"1"}. */
    static ResponseDefinitionBuilder ok(String members) {
        return json("{\"status\":\"OK\",\"ErrorCode\":\"0\",\"ErrorDesc\":\"\"" + (members.isEmpty() ? "" : ",")
                + members + "}");
    }

    static ResponseDefinitionBuilder json(String text) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(text);
    }

    /** What waits for us: one line for each id. */
    void lists(String messageType, String... docIds) {
        answers(
                messageType,
                ok("\"data\":["
                        + Arrays.stream(docIds)
                                .map(id -> "{\"docId\":\"" + id + "\",\"to\":\"H53\",\"status\":\"initial\"}")
                                .collect(Collectors.joining(","))
                        + "]"));
    }

    void answers(String messageType, ResponseDefinitionBuilder response) {
        server.stubFor(post(urlEqualTo(BASE + "getReceivedEdocList"))
                .withHeader("XroadVnpt-messagetype", equalTo(messageType))
                .willReturn(response));
    }

    void gives(String docId, ResponseDefinitionBuilder response) {
        server.stubFor(get(urlEqualTo(BASE + "downloadEdoc"))
                .withHeader("XroadVnpt-docId", equalTo(docId))
                .willReturn(response));
    }

    void reports(String docId, ResponseDefinitionBuilder response) {
        server.stubFor(post(urlEqualTo(BASE + "updateStatus"))
                .withHeader("XroadVnpt-docId", equalTo(docId))
                .willReturn(response));
    }

    void answersOperation(String operation, ResponseDefinitionBuilder response) {
        server.stubFor(post(urlEqualTo(BASE + operation)).willReturn(response));
    }

    /** Every call so far, such as {@code updateStatus d1 done}. */
    List<String> calls() {
        return requests().stream()
                .map(request -> (request.getUrl().substring(BASE.length()) + " " + header(request, "docId") + " "
                                + header(request, "status"))
                        .strip())
                .toList();
    }

    List<LoggedRequest> requests() {
        // The journal has the newest first.
        return server.getAllServeEvents().reversed().stream()
                .map(ServeEvent::getRequest)
                .toList();
    }

    void forget() {
        server.resetRequests();
    }

    static String header(LoggedRequest request, String parameter) {
        String value = request.getHeader("XroadVnpt-" + parameter);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        server.stop();
    }
}
