package vn.lienthong.routes.door.provincial;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.AuthenticateSystem;
import vn.lienthong.routes.door.SystemCall;

/**
 * Knows a caller from its headers alone: a token of ours lets it in, {@code X-SystemId} and {@code X-SecretKey} say who it is.
 * Programs log in once and then speak for several systems, so the token may be another system's; it proves nothing that the
 * secret does not prove again.
 */
final class AuthenticateProvincial {

    static final String SYSTEM = "X-SystemId";
    static final String SECRET = "X-SecretKey";
    private static final String TOKEN = "Authorization";

    private final AuthenticateSystem systems;

    AuthenticateProvincial(AuthenticateSystem systems) {
        this.systems = systems;
    }

    /**
     * Who calls.
     *
     * @param tokenIsEnough for what existing programs ask without the two headers, and that concerns nobody in particular
     */
    ProvincialCall authenticate(HttpServletRequest request, boolean tokenIsEnough) {
        if (request.getHeader(TOKEN) == null) {
            String text = TOKEN + ": thiếu (expected: Bearer, với mã truy cập của /v1/auth/login)";
            return new ProvincialCall.WithoutToken(
                    shown(request, SYSTEM), List.of(Finding.error(ErrorCode.CREDENTIALS_MISSING, TOKEN, text)));
        }
        boolean byTokenAlone = tokenIsEnough && request.getHeader(SYSTEM) == null;
        return switch (byTokenAlone ? systems.authenticate(request) : systems.recognise(request)) {
            case SystemCall.Later tooMany -> new ProvincialCall.TooMany(tooMany.limited());
            case SystemCall.Denied denied -> new ProvincialCall.WithoutToken(denied.systemId(), denied.findings());
            case SystemCall.Known known -> byTokenAlone ? new ProvincialCall.Known(known.caller()) : bySecret(request);
        };
    }

    private ProvincialCall bySecret(HttpServletRequest request) {
        String systemId = shown(request, SYSTEM);
        return switch (systems.callBySecret(systemId, shown(request, SECRET), request)) {
            case AuthenticateSystem.BySecret.Right right ->
                new ProvincialCall.Known(right.credentials().caller());
            case AuthenticateSystem.BySecret.Wrong wrong -> new ProvincialCall.WrongSecret(systemId);
            case AuthenticateSystem.BySecret.TooMany tooMany -> new ProvincialCall.TooMany(tooMany.limited());
        };
    }

    /** UTF-8, which the container reads as Latin-1. */
    private static String shown(HttpServletRequest request, String header) {
        String raw = Optional.ofNullable(request.getHeader(header)).orElse("");
        return new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
    }
}
