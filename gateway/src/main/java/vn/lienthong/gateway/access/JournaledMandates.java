package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.lienthong.gateway.agency.AgencyId;

/** Mandates of people as somebody works on them: every change is in the journal. */
public record JournaledMandates(AccountMandates kept, Journal journal) implements AccountMandates {

    @Override
    public List<Mandate> of(String username) {
        return kept.of(username);
    }

    @Override
    public boolean grant(String username, Mandate mandate) {
        return journal.noted(
                () -> kept.grant(username, mandate), AccessAct.MANDATE_GRANTED, username, journal.facts(mandate));
    }

    @Override
    public boolean end(String username, Mandate ended) {
        return journal.noted(() -> kept.end(username, ended), AccessAct.MANDATE_ENDED, username, journal.facts(ended));
    }

    @Override
    public Set<String> holders(Right right, AgencyId agency, Instant at) {
        return kept.holders(right, agency, at);
    }

    @Override
    public boolean isServed(AgencyId agency, Instant at) {
        return kept.isServed(agency, at);
    }

    @Override
    public boolean isClaimed(AgencyId agency, Instant at) {
        return kept.isClaimed(agency, at);
    }
}
