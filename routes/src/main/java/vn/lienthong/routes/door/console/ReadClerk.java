package vn.lienthong.routes.door.console;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.Caller;

/** Reads a clerk's mandates as they are now, not as they were at the login. */
@Component
final class ReadClerk {

    private final AccountMandates mandates;
    private final Clock clock;

    ReadClerk(AccountMandates mandates, Clock clock) {
        this.mandates = mandates;
        this.clock = clock;
    }

    Clerk read(ConsoleUser user) {
        return new Clerk(user, Caller.person(user.getUsername(), mandates.of(user.getUsername())), clock.instant());
    }
}
