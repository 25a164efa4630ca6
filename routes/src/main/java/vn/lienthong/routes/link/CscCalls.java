package vn.lienthong.routes.link;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.gateway.signature.key.SigningException;

/** Calls of a signing service's API, logged in: a login that ended is made anew, once for a call. */
final class CscCalls {
    private static final int UNAUTHORIZED = 401;
    private static final int LONGEST_REASON = 300;

    private final OutboundHttp http;
    private final URI service;
    private final CscClient.Login login;
    private volatile @Nullable String token;

    CscCalls(OutboundHttp http, URI service, CscClient.Login login) {
        this.http = http;
        this.service = service;
        this.login = login;
    }

    ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * The answer to a call.
     *
     * @param deadline when what the call is for has to be over, logins included
     * @throws SigningException when there is none, or it is a refusal; with the service's own word for why
     */
    JsonNode call(String method, ObjectNode body, Deadline deadline) throws SigningException {
        String known = token;
        String used = known == null ? logIn(deadline) : known;
        OutboundHttp.Answer answer = post(method, body, used, deadline);
        if (answer.status() == UNAUTHORIZED && known != null) {
            // Nothing was done for an ended login: the call may be made again.
            answer = post(method, body, logIn(deadline), deadline);
        }
        return read(method, answer);
    }

    private OutboundHttp.Answer post(String method, ObjectNode body, String bearer, Deadline deadline)
            throws SigningException {
        return send(
                method,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .header("Authorization", "Bearer " + bearer)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)),
                deadline);
    }

    private String logIn(Deadline deadline) throws SigningException {
        String pair = form(login.client()) + ":" + form(login.secret());
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        JsonNode answer = read(
                "oauth2/token",
                send(
                        "oauth2/token",
                        HttpRequest.newBuilder()
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Accept", "application/json")
                                .header("Authorization", "Basic " + basic)
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "grant_type=client_credentials&scope=service")),
                        deadline));
        String given = answer.path("access_token").asString("");
        // What cannot stand in a header is no token.
        if (given.isEmpty() || !given.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw unusable("oauth2/token: no token in the answer (expected: access_token)");
        }
        token = given;
        return given;
    }

    private static String form(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private OutboundHttp.Answer send(String method, HttpRequest.Builder request, Deadline deadline)
            throws SigningException {
        String base = service.toString();
        try {
            return http.send(
                    URI.create((base.endsWith("/") ? base : base + "/") + method), request.timeout(deadline.left()));
        } catch (IOException | OutboundRefused unreachable) {
            throw new SigningException(
                    this + " " + method + ": " + unreachable.getMessage() + " (expected: an answer)", unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SigningException(this + " " + method + ": interrupted (expected: an answer)", stopped);
        }
    }

    private JsonNode read(String method, OutboundHttp.Answer answer) throws SigningException {
        JsonNode json = parsed(answer.body());
        if (answer.status() == 200 && json.isObject() && !json.has("error")) {
            return json;
        }
        String reason = json.path("error").asString("no reason") + " "
                + json.path("error_description").asString("");
        throw unusable(method + ": HTTP " + answer.status() + ", " + readable(reason) + " (expected: 200)");
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return CscClient.JSON.readTree(body);
        } catch (JacksonException notJson) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private static String readable(String reason) {
        String clean = reason.strip().replaceAll("\\p{Cntrl}", " ");
        return clean.length() <= LONGEST_REASON ? clean : clean.substring(0, LONGEST_REASON) + "…";
    }

    SigningException unusable(String why) {
        return new SigningException(this + " " + why, null);
    }

    /** The service, without secrets. */
    @Override
    public String toString() {
        return "CSC " + service.getHost();
    }
}
