package vn.lienthong.routes.door.console;

import java.util.List;
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
    private final Logins logins;
    private final AuthenticationManager byPassword;

    OwnAccount(Accounts accounts, Logins logins) {
        this.accounts = accounts;
        this.logins = logins;
        this.byPassword = logins.byPassword();
    }

    Account of(ConsoleUser user) {
        return accounts.find(user.getUsername()).orElseThrow(NotFound::new);
    }

    /** What the present password is checked against; to be read before the check. */
    String hash(Account account) {
        return accounts.passwordHash(account.username()).orElseThrow(NotFound::new);
    }

    /** What a password that was typed comes to. */
    enum Typed {
        RIGHT,
        WRONG,
        /** Too many wrong ones: this one was not looked at. */
        WAIT,
        /** Too many at a time: this one was not looked at. */
        BUSY
    }

    /** Whether the account's password counts here at all: not where its person comes by an issuer. */
    boolean hasPassword(Account account) {
        return logins.isByPassword(account.username());
    }

    /** Counted and bounded as a login is: an open screen is no place to guess at either. */
    Typed password(Account account, String password, String address) {
        UsernamePasswordAuthenticationToken tried =
                UsernamePasswordAuthenticationToken.unauthenticated(account.username(), password);
        tried.setDetails(GuardedLogin.from(address));
        try {
            return byPassword.authenticate(tried).isAuthenticated() ? Typed.RIGHT : Typed.WRONG;
        } catch (AuthenticationException failure) {
            return switch (GuardedLogin.hint(failure)) {
                case "wait" -> Typed.WAIT;
                case "busy" -> Typed.BUSY;
                default -> Typed.WRONG;
            };
        }
    }

    /** What the page says of it; nothing of a right one. */
    static List<Finding> said(Typed typed) {
        return switch (typed) {
            case RIGHT -> List.of();
            case WRONG -> List.of(wrong("current", "không đúng (expected: mật khẩu đang dùng)"));
            case WAIT ->
                List.of(wrong("current", "đã sai quá nhiều lần nên chưa được xem (expected: thử lại sau ít phút)"));
            case BUSY ->
                List.of(wrong("current", "chưa được xem vì đang có quá nhiều lượt (expected: thử lại sau ít giây)"));
        };
    }

    /** Likewise of a code of the second factor. */
    static List<Finding> said(FreshCode.Outcome typed) {
        return switch (typed) {
            case SHOWN -> List.of();
            case WRONG ->
                List.of(wrong(
                        "code", "không đúng hoặc đã dùng rồi (expected: mã ứng dụng đang hiện, hoặc một mã dự phòng)"));
            case WAIT ->
                List.of(wrong("code", "đã sai quá nhiều lần nên chưa được xem (expected: thử lại sau ít phút)"));
        };
    }

    static Finding wrong(String where, String text) {
        return Finding.error(ErrorCode.PARAMETER_MALFORMED, where, where + ": " + text);
    }
}
