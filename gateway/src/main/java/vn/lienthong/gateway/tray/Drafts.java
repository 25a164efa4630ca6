package vn.lienthong.gateway.tray;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.DossierId;

/** Where drafts are kept. Whoever adds files synchronises their bytes in the vault first. */
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

    /** Notes which document it became; whoever notes it again changes nothing. */
    void sent(DraftId id, DossierId document);

    /**
     * Throws away a draft that was not sent.
     *
     * @return false when there is none, or it was sent
     */
    boolean discard(DraftId id);
}
