package vn.lienthong.gateway.seal;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;

/** Seals of agencies whose keys lie at somebody's desk, and what is written down of what was sealed there. */
public final class DeskSeals {

    private final AgencySeals seals;
    private final SealJournal journal;

    public DeskSeals(AgencySeals seals, SealJournal journal) {
        this.seals = seals;
        this.journal = journal;
    }

    /** The agency's seal at the instant, where it is at a desk and still of this certificate: never another agency's. */
    public Optional<AgencySeal> of(AgencyId agency, Sha256 certificate, Instant at) {
        return seals.of(agency, at)
                .filter(seal -> seal.place() instanceof KeyPlace.Desk)
                .filter(seal -> seal.certificate().facts().certificate().equals(certificate));
    }

    /** What came back sealed is on record, as what is sealed here is; from there on it gets its timestamp, and lasts. */
    public void sealed(SealOrder order, AgencySeal seal, SealBy by, StoredBytes bytes, Instant at) {
        journal.sealed(order, seal, by, bytes, at);
    }

    /** What was sealed found no place: the draft or the copy had changed meanwhile. */
    public void unused(SealBy by, StoredBytes bytes, String why) {
        journal.unused(by, bytes, why);
    }
}
