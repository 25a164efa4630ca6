package vn.lienthong.gateway.access;

import java.time.Instant;
import vn.lienthong.gateway.agency.AgencyId;

/**
 * Whether a person may still do what was begun a while ago: the account is open, of a role that may hold the right, and holds
 * it for exactly this agency.
 */
public final class StillMay {

    private final Accounts accounts;
    private final AccountMandates mandates;

    public StillMay(Accounts accounts, AccountMandates mandates) {
        this.accounts = accounts;
        this.mandates = mandates;
    }

    /**
     * Asked anew each time.
     *
     * @param actor as evidence names people; nobody else may
     */
    public boolean may(String actor, Right right, AgencyId agency, Instant at) {
        if (!actor.startsWith(Caller.PERSON)) {
            return false;
        }
        String username = actor.substring(Caller.PERSON.length());
        return accounts.find(username)
                .filter(account -> account.enabled() && right.isFor(account.role()))
                .filter(account ->
                        Caller.person(username, mandates.of(username)).may(right, agency, at))
                .isPresent();
    }
}
