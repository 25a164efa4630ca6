package vn.lienthong.routes.door.console;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** The account of whoever is logged in, and whether it is still that person who sits there. */
@Component
final class OwnAccount {

    private final Accounts accounts;
    private final AuthenticationManager byPassword;

    OwnAccount(Accounts accounts, Logins logins) {
        this.accounts = accounts;
        this.byPassword = logins.byPassword();
    }

    Account of(ConsoleUser user) {
        return accounts.find(user.getUsername()).orElseThrow(NotFound::new);
    }

    /** What the present password is checked against; to be read before the check. */
    String hash(Account account) {
        return accounts.passwordHash(account.username()).orElseThrow(NotFound::new);
    }

    /** Counted and bounded as a login is: an open screen is no place to guess at either. */
    boolean isPassword(Account account, String password, String address) {
        UsernamePasswordAuthenticationToken tried =
                UsernamePasswordAuthenticationToken.unauthenticated(account.username(), password);
        tried.setDetails(GuardedLogin.from(address));
        try {
            return byPassword.authenticate(tried).isAuthenticated();
        } catch (AuthenticationException wrong) {
            return false;
        }
    }

    static Finding wrong(String where, String text) {
        return Finding.error(ErrorCode.PARAMETER_MALFORMED, where, where + ": " + text);
    }
}
