package vn.lienthong.routes.door.console;

import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Role;

/** Who is logged in. Its password hash is erased once the login is over. */
final class ConsoleUser extends User {

    private static final long serialVersionUID = 1;

    private final String fullName;
    private final Role role;

    ConsoleUser(Account account, String passwordHash) {
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
    }

    String fullName() {
        return fullName;
    }

    Role role() {
        return role;
    }

    /** As evidence names the person. */
    String actor() {
        return "USER:" + getUsername();
    }
}
