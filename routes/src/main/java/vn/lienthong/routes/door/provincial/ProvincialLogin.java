package vn.lienthong.routes.door.provincial;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.gateway.access.AccessTokens;
import vn.lienthong.gateway.access.Credentials;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.AuthenticateSystem;
import vn.lienthong.routes.door.LimitCalls;
import vn.lienthong.routes.door.SpoolBody;
import vn.lienthong.routes.platform.GatewayConfiguration;
import vn.lienthong.routes.platform.ProvincialSettings;

/**
 * {@code POST /v1/auth/login}: a system logs in with its id as {@code username} and its secret as {@code password}, and gets a
 * token. {@code applicationCode} and what else programs send ({@code otp}, {@code allow_anonymous}) say nothing here.
 */
@RestController
final class ProvincialLogin {

    private final AuthenticateSystem authenticating;
    private final AccessTokens tokens;
    private final SpoolBody spooling;
    private final ProvincialCalls calls;
    private final ProvincialSettings settings;

    ProvincialLogin(
            AuthenticateSystem authenticating,
            AccessTokens tokens,
            SpoolBody spooling,
            ProvincialCalls calls,
            GatewayConfiguration configuration) {
        this.authenticating = authenticating;
        this.tokens = tokens;
        this.spooling = spooling;
        this.calls = calls;
        this.settings = configuration.provincial();
    }

    @PostMapping("/v1/auth/login")
    void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProvincialCalls.guarded(request, response, () -> {
            Optional<LimitCalls.Limited> shut = authenticating.beforeReading(request);
            if (shut.isPresent()) {
                ProvincialCalls.tooMany(response, shut.get());
                return;
            }
            switch (ProvincialBody.of(request, spooling.ofStrangers(request.getRemoteAddr()))) {
                case ProvincialBody.Refused refused -> {
                    calls.note("", request, List.of(refused.finding()));
                    ProvincialCalls.refuse(request, response, List.of(refused.finding()));
                }
                case ProvincialBody.Read body -> login(body, request, response);
            }
        });
    }

    private void login(ProvincialBody.Read body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String username = body.text("username").orElse("");
        switch (authenticating.callBySecret(username, body.text("password").orElse(""), request)) {
            case AuthenticateSystem.BySecret.Right right -> give(response, username, right.credentials());
            case AuthenticateSystem.BySecret.TooMany tooMany -> ProvincialCalls.tooMany(response, tooMany.limited());
            case AuthenticateSystem.BySecret.Wrong no -> {
                List<Finding> wrong = List.of(wrong());
                calls.note(username, request, wrong);
                ProvincialAnswers.fail(response, HttpServletResponse.SC_UNAUTHORIZED, wrong);
            }
        }
    }

    private void give(HttpServletResponse response, String username, Credentials known) throws IOException {
        String token = tokens.issue(known, settings.loginLifetime());
        long seconds = settings.loginLifetime().toSeconds();
        ProvincialAnswers.ok(response, json -> {
            json.writeStringProperty("token", token);
            json.writeNumberProperty("expires_in", seconds);
            json.writeObjectPropertyStart("data");
            json.writeStringProperty("id", username);
            json.writeStringProperty("username", username);
            json.writeStringProperty("name", known.system().name());
            json.writeStringProperty("token", token);
            json.writeNumberProperty("expiresIn", seconds);
            json.writeEndObject();
        });
    }

    private static Finding wrong() {
        return Finding.error(
                ErrorCode.CREDENTIALS_WRONG,
                "username",
                "đăng nhập không thành công (expected: username là mã hệ thống, password là khóa bí mật của nó, gọi từ đúng"
                        + " nơi)");
    }
}
