package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.Identities;
import vn.lienthong.routes.platform.OidcSettings;

/** What comes of a login at the issuer. Only a subject that an administrator linked to an account gets in, as that account. */
final class OidcLogin {

    /** Where the page that says so finds the subject, for the person to tell an administrator. */
    static final String STRANGER = OidcLogin.class.getName();

    private static final Logger LOG = LoggerFactory.getLogger(OidcLogin.class);

    /**
     * A redirect would still be the other site's errand, on which the browser does not send the session's cookie; what a page
     * of ours asks for is ours.
     */
    private static final String ARRIVED =
            """
            <!DOCTYPE html>
            <html lang="vi"><head><meta charset="UTF-8"><meta http-equiv="refresh" content="0;url={path}"><title>Liên Thông</title></head>
            <body><p><a href="{path}">Tiếp tục</a></p></body></html>
            """;

    private final Accounts accounts;
    private final Identities identities;
    private final EnterConsole entering;

    OidcLogin(Accounts accounts, Identities identities, EnterConsole entering) {
        this.accounts = accounts;
        this.identities = identities;
        this.entering = entering;
    }

    void succeeded(
            OidcSettings settings, HttpServletRequest request, HttpServletResponse response, Authentication known)
            throws IOException {
        if (!(known.getPrincipal() instanceof OidcUser user)) {
            throw new IllegalStateException("login: no ID token (expected: scope openid)");
        }
        Optional<Account> account = account(settings, user);
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        if (account.isPresent()) {
            entering.enter(account.get(), "issuer " + settings.issuer(), request, response);
            arrive(response, "/");
        } else {
            LOG.warn(
                    "subject {} of {} is linked to no open account, or its groups give another role",
                    user.getSubject(),
                    settings.issuer());
            request.getSession().setAttribute(STRANGER, user.getSubject());
            arrive(response, "/login?stranger");
        }
    }

    /** Whatever was wrong with what the issuer or somebody else sent, the person hears only that it did not work. */
    void failed(OidcSettings settings, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.warn("login at {} refused: {}", settings.issuer(), failure.toString());
        response.sendRedirect("/login?issuer");
    }

    private Optional<Account> account(OidcSettings settings, OidcUser user) {
        return identities
                .username(settings.issuer().toString(), user.getSubject())
                .flatMap(accounts::find)
                .filter(Account::enabled)
                .filter(account -> settings.roleClaim() == null
                        || settings.given(groups(settings, user)).contains(account.role()));
    }

    private static List<String> groups(OidcSettings settings, OidcUser user) {
        Object claim = user.getClaims().get(String.valueOf(settings.roleClaim()));
        if (claim instanceof String one) {
            return List.of(one);
        }
        return claim instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static void arrive(HttpServletResponse response, String path) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(ARRIVED.replace("{path}", path));
    }
}
