package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.List;
import vn.lienthong.gateway.agency.AgencyId;

/** Mandates of people as somebody works on them: every change is in the journal. */
public record JournaledMandates(AccountMandates kept, Journal journal) implements AccountMandates {

    @Override
    public List<Mandate> of(String username) {
        return kept.of(username);
    }

    @Override
    public void grant(String username, Mandate mandate) {
        kept.grant(username, mandate);
        journal.note(username, mandate);
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
