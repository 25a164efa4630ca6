package vn.lienthong.routes.door.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.access.AccessTokens;
import vn.lienthong.gateway.access.Credentials;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.AuthenticateSystem;
import vn.lienthong.routes.door.DoorRefusals;

/**
 * {@code POST /oauth2/token} (RFC 6749 §4.4): a system shows its id and secret, by Basic or in the form, and gets a token for a few
 * minutes. What it may do is no part of the token: its mandates are read with each call.
 */
@RestController
final class TokenEndpoint {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String NOT_LET_IN =
            "client not let in (expected: a registered client id, its secret as it is now,"
                    + " and a call from the address and with the certificate that the client is bound to)";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final AuthenticateSystem authenticating;
    private final AccessTokens tokens;
    private final DoorRefusals refusals;

    TokenEndpoint(AuthenticateSystem authenticating, AccessTokens tokens, DoorRefusals refusals) {
        this.authenticating = authenticating;
        this.tokens = tokens;
        this.refusals = refusals;
    }

    @PostMapping("/oauth2/token")
    void token(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            check(request);
            ClientSecret shown = ClientSecret.of(request);
            switch (authenticating.callBySecret(shown.id(), shown.secret(), request)) {
                case AuthenticateSystem.BySecret.Right right -> give(response, right.credentials());
                case AuthenticateSystem.BySecret.Wrong wrong -> {
                    note(request, shown.id());
                    refuse(response, TokenFault.invalidClient(NOT_LET_IN));
                }
                case AuthenticateSystem.BySecret.TooMany tooMany -> {
                    response.setHeader("Retry-After", tooMany.limited().retryAfterSeconds());
                    fail(response, TOO_MANY_REQUESTS, "temporarily_unavailable", "too many calls, come again later");
                }
            }
        } catch (TokenFault fault) {
            if (fault.isOfTheClient()) {
                note(request, "");
            }
            refuse(response, fault);
        }
    }

    private static void check(HttpServletRequest request) throws TokenFault {
        if (request.getQueryString() != null) {
            throw TokenFault.invalidRequest("the address has a query (expected: parameters in the body only)");
        }
        String type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/x-www-form-urlencoded")) {
            throw TokenFault.invalidRequest(
                    "Content-Type is another one (expected: application/x-www-form-urlencoded)");
        }
        for (String name : List.of("grant_type", "client_id", "client_secret")) {
            String[] values = request.getParameterValues(name);
            if (values != null && values.length > 1) {
                throw TokenFault.invalidRequest(name + " is there more than once (expected: once)");
            }
        }
        String grant = request.getParameter("grant_type");
        if (grant == null) {
            throw TokenFault.invalidRequest("grant_type is missing (expected: client_credentials)");
        }
        if (!grant.equals("client_credentials")) {
            throw TokenFault.unsupportedGrantType();
        }
    }

    private void give(HttpServletResponse response, Credentials credentials) throws IOException {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", tokens.issue(credentials));
        answer.put("token_type", "Bearer");
        answer.put("expires_in", tokens.lifetime().toSeconds());
        write(response, HttpServletResponse.SC_OK, answer);
    }

    private void note(HttpServletRequest request, String systemId) {
        String text =
                "client_id: " + systemId + " (expected: hệ thống đã đăng ký, khóa bí mật, địa chỉ và chứng thư đúng)";
        refusals.note(
                Channel.REST,
                systemId,
                request.getRemoteAddr(),
                List.of(Finding.error(ErrorCode.CREDENTIALS_WRONG, "client_id", text)));
    }

    private static void refuse(HttpServletResponse response, TokenFault fault) throws IOException {
        if (fault.isOfTheClient()) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"lienthong\", charset=\"UTF-8\"");
        }
        fail(response, fault.status(), fault.error(), fault.description());
    }

    private static void fail(HttpServletResponse response, int status, String error, String description)
            throws IOException {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("error", error);
        answer.put("error_description", description);
        write(response, status, answer);
    }

    private static void write(HttpServletResponse response, int status, Map<String, Object> answer) throws IOException {
        byte[] body = MAPPER.writeValueAsBytes(answer);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
