package vn.lienthong.routes.door;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.access.AccessTokens;
import vn.lienthong.gateway.access.Credentials;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.digest.Hmac;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/**
 * Knows a calling system from headers and connection alone, before a byte of its body is read: by the access token it brings,
 * or by the client certificate it is bound to. Its bound addresses and certificate hold in either case. One for all doors of
 * the services' listener.
 */
public final class AuthenticateSystem {

    private static final String SCHEME = "Bearer ";
    private static final String HEADER = "Authorization";
    private static final String SITE = "Sec-Fetch-Site";
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final Systems systems;
    private final AccessTokens tokens;

    public AuthenticateSystem(Systems systems, AccessTokens tokens) {
        this.systems = systems;
        this.tokens = tokens;
    }

    /** By {@code Authorization: Bearer} (RFC 6750 §2.1), else by the certificate of the connection (RFC 8705 §2). */
    public SystemCall authenticate(HttpServletRequest request) {
        Optional<String> header = Optional.ofNullable(request.getHeader(HEADER));
        Optional<Sha256> certificate = SystemBinding.certificate(request);
        if (header.filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .isPresent()) {
            return byToken(header.get().substring(SCHEME.length()).strip(), request);
        }
        if (header.isEmpty() && certificate.isPresent()) {
            return byCertificate(certificate.get(), request);
        }
        String text = HEADER + ": thiếu (expected: Bearer, với mã truy cập của /oauth2/token)";
        return denied("", ErrorCode.CREDENTIALS_MISSING, text);
    }

    /** Whether a caller that shows this secret is the system and may be one: the secret for a token, a login. */
    public Optional<Credentials> bySecret(String systemId, String secret, HttpServletRequest request) {
        Optional<Credentials> credentials = isStorable(systemId) ? systems.credentials(systemId) : Optional.empty();
        byte[] shown = secret.getBytes(StandardCharsets.UTF_8);
        boolean right = Hmac.same(credentials.map(Credentials::secret).orElse(new byte[0]), shown)
                || credentials
                        .flatMap(known -> systems.previousSecret(systemId, tokens.now()))
                        .filter(previous -> Hmac.same(previous, shown))
                        .isPresent();
        return credentials.filter(known -> right).filter(known -> SystemBinding.fault(known.system(), request)
                .isEmpty());
    }

    /** No store of texts has a place for NUL: no system is called so. */
    private static boolean isStorable(String systemId) {
        return systemId.indexOf('\0') < 0;
    }

    /**
     * A browser shows its certificate for whatever page asks it to call; it says from which (Fetch Metadata, W3C). A token it
     * does not show by itself.
     */
    private static boolean isFromAnotherSite(HttpServletRequest request) {
        String site = request.getHeader(SITE);
        return site != null && !OWN_SITE.contains(site);
    }

    static Finding notLetIn() {
        return Finding.error(
                ErrorCode.CREDENTIALS_WRONG,
                HEADER,
                "xác thực không thành công (expected: mã truy cập còn hạn hoặc chứng thư đã đăng ký)");
    }

    private SystemCall byToken(String token, HttpServletRequest request) {
        Optional<String> claimed = tokens.systemOf(token);
        Optional<Credentials> credentials = claimed.flatMap(systems::credentials);
        if (credentials.isEmpty() || !tokens.holds(token, credentials.get())) {
            String text = "mã truy cập sai, hết hạn hoặc đã bị thay (expected: mã của /oauth2/token, còn hạn)";
            return denied(claimed.orElse(""), ErrorCode.CREDENTIALS_WRONG, text);
        }
        return bound(credentials.get(), request);
    }

    private SystemCall byCertificate(Sha256 certificate, HttpServletRequest request) {
        if (isFromAnotherSite(request)) {
            String text = "Sec-Fetch-Site: " + request.getHeader(SITE)
                    + " (expected: lời gọi của chính hệ thống, hoặc kèm mã truy cập)";
            return denied("", ErrorCode.CREDENTIALS_WRONG, text);
        }
        List<String> bound = systems.boundTo(certificate);
        Optional<Credentials> credentials =
                bound.size() == 1 ? systems.credentials(bound.getFirst()) : Optional.empty();
        return credentials
                .map(known -> bound(known, request))
                .orElseGet(() -> denied(
                        String.join(",", bound),
                        ErrorCode.CREDENTIALS_WRONG,
                        "chứng thư " + certificate.hex() + ": gắn với " + bound.size()
                                + " hệ thống (expected: đúng một, hoặc kèm mã truy cập)"));
    }

    private static SystemCall bound(Credentials credentials, HttpServletRequest request) {
        return SystemBinding.fault(credentials.system(), request)
                .<SystemCall>map(
                        fault -> new SystemCall.Denied(credentials.system().systemId(), List.of(fault)))
                .orElseGet(() -> new SystemCall.Known(credentials.caller()));
    }

    private static SystemCall denied(String systemId, ErrorCode code, String text) {
        return new SystemCall.Denied(systemId, List.of(Finding.error(code, HEADER, text)));
    }
}
