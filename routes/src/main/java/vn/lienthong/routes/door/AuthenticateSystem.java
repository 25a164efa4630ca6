package vn.lienthong.routes.door;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(AuthenticateSystem.class);
    private static final Duration KEYS_AGAIN = Duration.ofSeconds(30);
    private static final String SCHEME = "Bearer ";
    private static final String HEADER = "Authorization";
    private static final String SITE = "Sec-Fetch-Site";
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final Systems systems;
    private final AccessTokens tokens;
    private final Optional<IssuerTokens> issuer;
    private final LimitCalls limiting;

    /**
     * By our own tokens, and an issuer's.
     *
     * @param issuer empty where we are the only one
     */
    public AuthenticateSystem(
            Systems systems, AccessTokens tokens, Optional<IssuerTokens> issuer, LimitCalls limiting) {
        this.systems = systems;
        this.tokens = tokens;
        this.issuer = issuer;
        this.limiting = limiting;
    }

    /** By {@code Authorization: Bearer} (RFC 6750 §2.1), else by the certificate of the connection (RFC 8705 §2). */
    public SystemCall authenticate(HttpServletRequest request) {
        SystemCall call = recognise(request);
        return switch (call) {
            case SystemCall.Known known ->
                limiting.call(known.caller(), request.getRemoteAddr(), claimed(request))
                        .<SystemCall>map(SystemCall.Later::new)
                        .orElse(known);
            case SystemCall.Denied denied -> denied;
            case SystemCall.Later already -> already;
        };
    }

    /** As {@link #authenticate}, for a call that does not count by this: its secret is asked for too, by {@link #callBySecret}. */
    public SystemCall recognise(HttpServletRequest request) {
        String remote = request.getRemoteAddr();
        Optional<LimitCalls.Limited> shut = limiting.beforeCheck(remote, claimed(request));
        if (shut.isPresent()) {
            return new SystemCall.Later(shut.get());
        }
        SystemCall call = check(request);
        if (call instanceof SystemCall.Denied) {
            limiting.refused(remote);
        }
        return call;
    }

    /** What costs little to read: the system that a token names, or the certificate; nobody has checked it so far. */
    private String claimed(HttpServletRequest request) {
        return bearer(request)
                .flatMap(token -> tokens.systemOf(token)
                        .or(() -> issuer.flatMap(other -> other.claimed(token)).map(client -> "client " + client)))
                .or(() -> SystemBinding.certificate(request).map(Sha256::hex))
                .orElse("");
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HEADER))
                .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(text -> text.substring(SCHEME.length()).strip());
    }

    private SystemCall check(HttpServletRequest request) {
        Optional<String> header = Optional.ofNullable(request.getHeader(HEADER));
        Optional<Sha256> certificate = SystemBinding.certificate(request);
        Optional<String> token = bearer(request);
        if (token.isPresent()) {
            return byToken(token.get(), request);
        }
        if (header.isEmpty() && certificate.isPresent()) {
            return byCertificate(certificate.get(), request);
        }
        // Of what was shown only the scheme, which is no secret.
        String shown = header.map(AuthenticateSystem::scheme).orElse("thiếu");
        Finding missing = Finding.error(
                ErrorCode.CREDENTIALS_MISSING,
                HEADER,
                HEADER + ": " + shown + " (expected: Bearer, với mã truy cập của /oauth2/token)");
        return new SystemCall.Denied("", List.of(missing), true);
    }

    private static String scheme(String header) {
        String word = header.strip().split("\\s", 2)[0];
        return word.matches("[A-Za-z]{1,20}") && word.length() < header.strip().length() ? word + " …" : "sai dạng";
    }

    /** What a call with a secret comes to: that of {@link #authenticate}, or the credentials of whom it is. */
    public sealed interface BySecret {
        record Right(Credentials credentials) implements BySecret {}

        record Wrong() implements BySecret {}

        record TooMany(LimitCalls.Limited limited) implements BySecret {}
    }

    /** Whether the body of a call is not to be read that says in it who calls. */
    public Optional<LimitCalls.Limited> beforeReading(HttpServletRequest request) {
        return limiting.beforeReading(request.getRemoteAddr());
    }

    /** As {@link #bySecret}, for a call that counts as one. */
    public BySecret callBySecret(String systemId, String secret, HttpServletRequest request) {
        String remote = request.getRemoteAddr();
        Optional<LimitCalls.Limited> shut = limiting.beforeCheck(remote, systemId);
        if (shut.isPresent()) {
            return new BySecret.TooMany(shut.get());
        }
        Optional<Credentials> credentials = bySecret(systemId, secret, request);
        if (credentials.isEmpty()) {
            limiting.refused(remote);
            return new BySecret.Wrong();
        }
        return limiting.call(credentials.get().caller(), remote, systemId)
                .<BySecret>map(BySecret.TooMany::new)
                .orElseGet(() -> new BySecret.Right(credentials.get()));
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
        if (claimed.isEmpty() && issuer.isPresent()) {
            return byIssuer(issuer.get(), token, request);
        }
        Optional<Credentials> credentials = claimed.flatMap(systems::credentials);
        if (credentials.filter(known -> tokens.hasEnded(token, known)).isPresent()) {
            // Who shows a token that we made may know that it has ended; nobody else gets here.
            Finding ended = Finding.error(
                    ErrorCode.CREDENTIALS_WRONG,
                    HEADER,
                    "mã truy cập: đã hết hạn (expected: mã mới của /oauth2/token; mỗi mã dùng được "
                            + tokens.lifetime().toSeconds() + " giây)");
            return new SystemCall.Denied(claimed.orElse(""), List.of(ended), true);
        }
        if (credentials.isEmpty() || !tokens.holds(token, credentials.get())) {
            String text = "mã truy cập sai, hết hạn hoặc đã bị thay (expected: mã của /oauth2/token, còn hạn)";
            return denied(claimed.orElse(""), ErrorCode.CREDENTIALS_WRONG, text);
        }
        return bound(credentials.get(), request);
    }

    private SystemCall byIssuer(IssuerTokens other, String token, HttpServletRequest request) {
        return switch (other.check(token)) {
            case IssuerTokens.Checked.Of of -> {
                Optional<String> system = systems.ofClient(other.issuer().toString(), of.client());
                Optional<Credentials> credentials = system.flatMap(systems::credentials);
                boolean held = of.certificate().isEmpty()
                        || of.certificate()
                                .equals(SystemBinding.certificate(request).map(AuthenticateSystem::thumbprint));
                if (credentials.isEmpty() || !held) {
                    String text = "client " + of.client() + " của " + other.issuer()
                            + (held
                                    ? " (expected: gắn với một hệ thống đang bật, admin system bind-issuer)"
                                    : " (expected: gọi bằng chứng thư mà mã gắn với)");
                    yield denied(system.orElse(""), ErrorCode.CREDENTIALS_WRONG, text);
                }
                yield bound(credentials.get(), request);
            }
            case IssuerTokens.Checked.Wrong wrong ->
                denied(
                        "",
                        ErrorCode.CREDENTIALS_WRONG,
                        "mã truy cập: " + wrong.why() + " (expected: mã còn hạn của " + other.issuer() + ")");
            case IssuerTokens.Checked.Unknowable unknowable -> {
                LOG.warn("keys of {}: {}", other.issuer(), unknowable.why());
                Finding finding = Finding.error(
                        ErrorCode.BUSY,
                        HEADER,
                        "chưa kiểm tra được mã: không lấy được khóa của bên cấp (expected: gọi lại sau ít phút)");
                yield new SystemCall.Later(new LimitCalls.Limited(finding, KEYS_AGAIN));
            }
        };
    }

    /** RFC 8705 §3.1. */
    private static String thumbprint(Sha256 certificate) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(certificate.bytes());
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
                        fault -> new SystemCall.Denied(credentials.system().systemId(), List.of(fault), false))
                .orElseGet(() -> new SystemCall.Known(credentials.caller()));
    }

    private static SystemCall denied(String systemId, ErrorCode code, String text) {
        return new SystemCall.Denied(systemId, List.of(Finding.error(code, HEADER, text)), false);
    }
}
