package vn.lienthong.routes.door.console;

import org.springframework.stereotype.Component;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.Caller;

/** Names of colleagues, as they know each other. */
@Component("personNames")
final class PersonNames {

    private final Accounts accounts;

    PersonNames(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The full name; the username where there is no such account. */
    public String of(String username) {
        return accounts.find(username).map(Account::fullName).orElse(username);
    }

    /** Likewise of an actor as evidence names people. */
    public String ofActor(String actor) {
        return actor.startsWith(Caller.PERSON) ? of(actor.substring(Caller.PERSON.length())) : actor;
    }
}
