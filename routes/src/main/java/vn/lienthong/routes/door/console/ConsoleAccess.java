package vn.lienthong.routes.door.console;

import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;

/**
 * Asks the account as it is now, not as it was at the login: who is disabled, or got another role, is out at the next
 * request.
 */
final class ConsoleAccess {

    private final Accounts accounts;

    ConsoleAccess(Accounts accounts) {
        this.accounts = accounts;
    }

    AuthorizationManager<RequestAuthorizationContext> to(Permission permission) {
        return (authentication, context) -> new AuthorizationDecision(holds(authentication, permission));
    }

    private boolean holds(Supplier<? extends Authentication> authentication, Permission permission) {
        Authentication known = authentication.get();
        return known != null
                && known.getPrincipal() instanceof ConsoleUser user
                && permission.isGrantedTo(user.role())
                && accounts.find(user.getUsername())
                        .filter(Account::enabled)
                        .filter(account -> account.role() == user.role())
                        .isPresent();
    }
}
