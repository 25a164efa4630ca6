package vn.lienthong.gateway.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyId;

/** Who may sign for an agency: officers with a mandate for {@link Right#SIGN} of exactly the body that the agency is today. */
public final class Signers {

    private final Accounts accounts;
    private final AccountMandates mandates;
    private final Agencies agencies;

    public Signers(Accounts accounts, AccountMandates mandates, Agencies agencies) {
        this.accounts = accounts;
        this.mandates = mandates;
        this.agencies = agencies;
    }

    /** By name. */
    public List<Account> of(AgencyId agency, Instant at) {
        return mandates.holders(Right.SIGN, today(agency, at), at).stream()
                .sorted()
                .flatMap(name -> signer(name).stream())
                .toList();
    }

    /** The officer, where this one may sign for the agency at the instant. */
    public Optional<Account> find(String username, AgencyId agency, Instant at) {
        return mandates.holders(Right.SIGN, today(agency, at), at).contains(username)
                ? signer(username)
                : Optional.empty();
    }

    /** The body that signs what was drafted in this one's name. */
    public AgencyId today(AgencyId agency, Instant at) {
        return agencies.current().currentOf(agency, at);
    }

    private Optional<Account> signer(String username) {
        return accounts.find(username).filter(account -> account.enabled() && Right.SIGN.isFor(account.role()));
    }
}
