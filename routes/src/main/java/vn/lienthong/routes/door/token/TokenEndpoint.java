package vn.lienthong.routes.door.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
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
        if (request.getQueryString() != null) {
            fail(response, HttpServletResponse.SC_BAD_REQUEST, "invalid_request", "parameters belong in the body");
            return;
        }
        if (!"client_credentials".equals(request.getParameter("grant_type"))) {
            String error = request.getParameter("grant_type") == null ? "invalid_request" : "unsupported_grant_type";
            fail(response, HttpServletResponse.SC_BAD_REQUEST, error, "grant_type: client_credentials");
            return;
        }
        Optional<ClientSecret> shown = ClientSecret.of(request);
        Optional<Credentials> known =
                shown.flatMap(client -> authenticating.bySecret(client.id(), client.secret(), request));
        if (known.isEmpty()) {
            refuse(request, response, shown.map(ClientSecret::id).orElse(""));
            return;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", tokens.issue(known.get()));
        answer.put("token_type", "Bearer");
        answer.put("expires_in", tokens.lifetime().toSeconds());
        write(response, HttpServletResponse.SC_OK, answer);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String systemId) throws IOException {
        String text =
                "client_id: " + systemId + " (expected: hệ thống đã đăng ký, khóa bí mật, địa chỉ và chứng thư đúng)";
        refusals.note(
                Channel.REST,
                systemId,
                request.getRemoteAddr(),
                List.of(Finding.error(ErrorCode.CREDENTIALS_WRONG, "client_id", text)));
        response.setHeader("WWW-Authenticate", "Basic realm=\"lienthong\", charset=\"UTF-8\"");
        fail(response, HttpServletResponse.SC_UNAUTHORIZED, "invalid_client", "client id or secret");
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
