package vn.lienthong.routes.door.console;

import java.time.Instant;
import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Role;

/** Who is logged in, or on the way in. Its password hash is erased once the login is over. */
final class ConsoleUser extends User {

    private static final long serialVersionUID = 1;

    private final String fullName;
    private final Role role;
    private final LoginStep step;
    private final Instant begunAt;

    /** @param begunAt when the login was */
    ConsoleUser(Account account, String passwordHash, LoginStep step, Instant begunAt) {
        super(
                account.username(),
                passwordHash,
                account.enabled(),
                true,
                true,
                true,
                List.of(new SimpleGrantedAuthority("ROLE_" + account.role())));
        this.fullName = account.fullName();
        this.role = account.role();
        this.step = step;
        this.begunAt = begunAt;
    }

    /** Somebody who is wholly in. */
    static ConsoleUser in(Account account, Instant now) {
        return new ConsoleUser(account, "", LoginStep.DONE, now);
    }

    String fullName() {
        return fullName;
    }

    Role role() {
        return role;
    }

    /** What is still to do before any page opens. */
    LoginStep step() {
        return step;
    }

    boolean isIn() {
        return step == LoginStep.DONE;
    }

    Instant begunAt() {
        return begunAt;
    }

    /** As evidence names the person. */
    String actor() {
        return "USER:" + getUsername();
    }
}
