package vn.lienthong.routes.door.console;

import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import vn.lienthong.gateway.access.Sessions;

/**
 * Asks the account as it is now, not as it was at the login: who is disabled, got another role, or signed out everywhere, is
 * out at the next request. Who has not shown the second factor is not in.
 */
final class ConsoleAccess {

    private final Sessions sessions;

    ConsoleAccess(Sessions sessions) {
        this.sessions = sessions;
    }

    AuthorizationManager<RequestAuthorizationContext> to(Permission permission) {
        return (authentication, context) -> new AuthorizationDecision(holds(authentication, permission));
    }

    private boolean holds(Supplier<? extends Authentication> authentication, Permission permission) {
        Authentication known = authentication.get();
        return known != null
                && known.getPrincipal() instanceof ConsoleUser user
                && user.isIn()
                && permission.isGrantedTo(user.role())
                && sessions.counts(user.getUsername(), user.role(), user.begunAt());
    }
}
