package vn.lienthong.routes.door.console;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.ChangeRole;
import vn.lienthong.gateway.access.CloseAccount;
import vn.lienthong.gateway.access.Invite;
import vn.lienthong.gateway.access.InviteLink;
import vn.lienthong.gateway.access.InvitePerson;
import vn.lienthong.gateway.access.Invites;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.routes.platform.ConsoleListener;
import vn.lienthong.routes.platform.People;

/** What an administrator does about others. Nobody does any of it to himself: that is how an office locks itself out. */
@Component
final class KeepPeople {

    private final People people;
    private final PasswordEncoder encoder;
    private final ConsoleListener listener;
    private final Clock clock;

    KeepPeople(People people, PasswordEncoder encoder, ConsoleListener listener, Clock clock) {
        this.people = people;
        this.encoder = encoder;
        this.listener = listener;
        this.clock = clock;
    }

    /** A person on the list. */
    record Line(Account account, boolean factor) {}

    List<Line> all() {
        return people.accounts().all().stream()
                .map(account -> new Line(account, people.factors().exists(account.username())))
                .toList();
    }

    /** Links that still work. */
    List<Invite> waiting() {
        Instant now = clock.instant();
        return people.invites().unused().stream()
                .filter(kept -> kept.worksAt(now))
                .map(Invites.Kept::invite)
                .toList();
    }

    InvitePerson.Outcome invite(String username, String fullName, Role role, String actor) {
        return people.invitePerson().invite(username, fullName, role, actor);
    }

    /** @throws NotFound where there is no such account, or it is one's own */
    Account other(String username, ConsoleUser user) {
        return people.accounts()
                .find(username)
                .filter(account -> !account.username().equals(user.getUsername()))
                .orElseThrow(NotFound::new);
    }

    InvitePerson.Outcome reset(Account account, String actor) {
        return people.resetFactor().reset(account, actor, encoder::encode);
    }

    CloseAccount.Outcome close(Account account, String actor) {
        return people.closeAccount().close(account.username(), actor);
    }

    ChangeRole.Outcome changeRole(Account account, Role to, String actor) {
        return people.changeRole().change(account, to, actor);
    }

    /** Why the account would not be closed. */
    Optional<CloseAccount.Outcome> keeps(Account account) {
        return people.closeAccount().refusal(account.username());
    }

    String address(InviteLink link) {
        return people.link(listener.port(), link.path());
    }
}
