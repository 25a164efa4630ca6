package vn.lienthong.gateway.tray;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.packet.BusinessAction;

/**
 * A document that a clerk prepares. It is kept at every step, so a browser that closes loses nothing.
 *
 * @param agency in whose name it will be sent
 * @param author who began it, as evidence names people
 * @param target the document that an update or replacement acts on; empty for a new one
 * @param reason why there is an update or replacement; empty for a new one
 * @param recipients as they will be written
 * @param files the document itself first, then its annexes
 * @param proposed whether its fields were read off the file and nobody has confirmed them yet
 * @param revision grows with every change; two windows on one draft do not overwrite each other
 * @param sent the document it became
 */
public record Draft(
        DraftId id,
        AgencyId agency,
        String author,
        BusinessAction action,
        String target,
        String reason,
        DraftFields fields,
        List<AgencyCode> recipients,
        List<DraftFile> files,
        boolean proposed,
        int revision,
        Instant createdAt,
        Instant updatedAt,
        Optional<DossierId> sent) {

    public Draft {
        recipients = List.copyOf(recipients);
        files = List.copyOf(files);
    }

    /** An empty draft of a new document. */
    public static Draft begun(DraftId id, AgencyId agency, String author, Instant now) {
        return new Draft(
                id,
                agency,
                author,
                BusinessAction.NEW,
                "",
                "",
                DraftFields.EMPTY,
                List.of(),
                List.of(),
                false,
                0,
                now,
                now,
                Optional.empty());
    }

    /** The same draft, to update or replace a document that was sent. */
    public Draft acting(BusinessAction does, String on, DraftFields as, List<AgencyCode> to) {
        return copy(does, on, reason, as, to, files, proposed, updatedAt);
    }

    /** What was typed, which confirms what was proposed. */
    public Draft with(DraftFields typed, String why, Instant now) {
        return copy(action, target, why, typed, recipients, files, false, now);
    }

    /** What was typed so far, while somebody is still at it: proposals stay proposals. */
    public Draft typedSoFar(DraftFields typed, String why, Instant now) {
        return copy(action, target, why, typed, recipients, files, proposed, now);
    }

    public Draft to(List<AgencyCode> codes, Instant now) {
        return copy(action, target, reason, fields, codes, files, proposed, now);
    }

    public Draft carrying(List<DraftFile> all, Instant now) {
        return copy(action, target, reason, fields, recipients, all, proposed, now);
    }

    /** Fills what is empty with what was read off a file. */
    public Draft proposing(DraftFields read, Instant now) {
        DraftFields filled = fields.or(read);
        return copy(action, target, reason, filled, recipients, files, proposed || !filled.equals(fields), now);
    }

    /** What is still missing before it can be sent; names of fields. */
    public List<String> missing() {
        return Missing.of(this);
    }

    private Draft copy(
            BusinessAction newAction,
            String newTarget,
            String newReason,
            DraftFields newFields,
            List<AgencyCode> newRecipients,
            List<DraftFile> newFiles,
            boolean newProposed,
            Instant now) {
        return new Draft(
                id,
                agency,
                author,
                newAction,
                newTarget,
                newReason,
                newFields,
                newRecipients,
                newFiles,
                newProposed,
                revision + 1,
                createdAt,
                now,
                sent);
    }
}
