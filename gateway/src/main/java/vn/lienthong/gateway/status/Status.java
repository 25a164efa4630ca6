package vn.lienthong.gateway.status;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.StoredBytes;

/**
 * A business status as it came, with what we could find out about it. Statuses skip, repeat and overtake each other in
 * the field: they are kept side by side and never overwritten.
 *
 * @param dossier the document it is about; empty while unmatched or ambiguous
 * @param code the wire's own text, {@code 01} … {@code 16}; unknown codes are kept
 * @param claimedAt when the sender of the status says it happened
 * @param note why it is unmatched, for people; empty otherwise
 */
public record Status(
        long id,
        Optional<DossierId> dossier,
        AgencyCode fromCode,
        Optional<AgencyId> from,
        AgencyCode addresseeCode,
        Optional<AgencyId> addressee,
        String documentId,
        String code,
        String description,
        String staff,
        Optional<Instant> claimedAt,
        Instant receivedAt,
        StoredBytes bytes,
        String systemId,
        String docId,
        String note) {

    public Status withId(long newId) {
        return copy(newId, dossier, note);
    }

    /** The same status with what was found out about it. */
    public Status matched(Optional<DossierId> found, String why) {
        return copy(id, found, why);
    }

    private Status copy(long newId, Optional<DossierId> newDossier, String newNote) {
        return new Status(
                newId,
                newDossier,
                fromCode,
                from,
                addresseeCode,
                addressee,
                documentId,
                code,
                description,
                staff,
                claimedAt,
                receivedAt,
                bytes,
                systemId,
                docId,
                newNote);
    }
}
