package vn.lienthong.routes.door.console;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.InheritMandates;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Right;

/** Reads a clerk's mandates as they are now, not as they were at the login. */
@Component
final class ReadClerk {

    private final AccountMandates mandates;
    private final InheritMandates inheriting;
    private final Clock clock;

    ReadClerk(AccountMandates mandates, InheritMandates inheriting, Clock clock) {
        this.mandates = mandates;
        this.inheriting = inheriting;
        this.clock = clock;
    }

    Clerk read(ConsoleUser user) {
        List<Mandate> granted = mandates.of(user.getUsername());
        Instant now = clock.instant();
        return new Clerk(
                user,
                Caller.person(user.getUsername(), inheriting.with(granted)),
                Caller.person(user.getUsername(), granted).agencies(Right.SEND, now),
                now);
    }
}
