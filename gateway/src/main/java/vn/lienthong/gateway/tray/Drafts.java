package vn.lienthong.gateway.tray;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.DossierId;

/**
 * Where drafts are kept. Whoever adds files synchronises their bytes in the vault first. A draft that is before an officer to be
 * signed is neither changed, pinned nor discarded.
 */
public interface Drafts {

    void add(Draft draft);

    Optional<Draft> find(DraftId id);

    /** Drafts of the agencies that were not sent, last changed first. */
    List<Draft> open(Set<AgencyId> agencies, int limit);

    /**
     * Compare-and-set: writes {@code after} if the draft still has the revision of {@code before} and was not sent.
     *
     * @return false when somebody else changed, sent or discarded it meanwhile
     */
    boolean replace(Draft before, Draft after);

    /**
     * Holds the files of a draft that is about to be handed in: as long as it is not changed, they are from now on what they are
     * now, even where a timestamp comes. Whoever hands it in again, after a crash too, hands in the same.
     *
     * @return the draft with those files; empty when somebody else changed, sent or discarded it meanwhile
     */
    Optional<Draft> pin(Draft shown);

    /** Notes which document it became; whoever notes it again changes nothing. */
    void sent(DraftId id, DossierId document);

    /**
     * Throws away a draft that was not sent.
     *
     * @return false when there is none, or it was sent
     */
    boolean discard(DraftId id);
}
