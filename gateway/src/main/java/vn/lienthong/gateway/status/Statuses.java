package vn.lienthong.gateway.status;

import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.packet.DocumentId;

/** Where statuses are kept. */
public interface Statuses {

    /** Appends and returns the status with its id; empty when another transaction wrote the same one first. */
    Optional<Status> add(Status status);

    /** The status that came with exactly these bytes from this agency before, if any. */
    Optional<Status> repeated(AgencyId from, Sha256 bytes);

    /** About the document, in the order they came. */
    List<Status> of(DossierId dossier);

    /** Kept but not matched with a document, newest first. */
    List<Status> unmatched(int limit);

    Optional<Status> find(long id);

    /** Not matched with a document, and about this document id; in the order they came. */
    List<Status> waitingFor(DocumentId document);

    /**
     * Joins the status with its document.
     *
     * @return false when it has one already
     */
    boolean join(long id, DossierId dossier);

    /** Writes why a status is still without a document. */
    void explain(long id, String note);
}
