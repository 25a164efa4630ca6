package vn.lienthong.gateway.tray;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * @param proposedFields names of the fields that were read off the file and that nobody has confirmed or changed yet
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
        Set<String> proposedFields,
        int revision,
        Instant createdAt,
        Instant updatedAt,
        Optional<DossierId> sent) {

    public Draft {
        recipients = List.copyOf(recipients);
        files = List.copyOf(files);
        proposedFields = Set.copyOf(proposedFields);
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
                Set.of(),
                0,
                now,
                now,
                Optional.empty());
    }

    /** The same draft, to update or replace a document that was sent. */
    public Draft acting(BusinessAction does, String on, DraftFields as, List<AgencyCode> to) {
        return copy(does, on, reason, as, to, files, proposedFields, updatedAt);
    }

    /** What was typed, which confirms what was proposed. */
    public Draft with(DraftFields typed, String why, Instant now) {
        return copy(action, target, why, typed, recipients, files, Set.of(), now);
    }

    /** What was typed so far, while somebody is still at it: proposals that were not touched stay proposals. */
    public Draft typedSoFar(DraftFields typed, String why, Instant now) {
        return copy(action, target, why, typed, recipients, files, untouched(typed), now);
    }

    private Set<String> untouched(DraftFields typed) {
        Set<String> left = new HashSet<>(proposedFields);
        left.removeAll(typed.changedFrom(fields));
        return left;
    }

    /** Whether it has fields that were read off the file and that nobody has confirmed yet. */
    public boolean proposed() {
        return !proposedFields.isEmpty();
    }

    public Draft to(List<AgencyCode> codes, Instant now) {
        return copy(action, target, reason, fields, codes, files, proposedFields, now);
    }

    public Draft carrying(List<DraftFile> all, Instant now) {
        return copy(action, target, reason, fields, recipients, all, proposedFields, now);
    }

    /** Fills what is empty, or was only proposed by another file, with what was read off a file. */
    public Draft proposing(DraftFields read, Instant now) {
        DraftFields typed = fields.without(proposedFields);
        DraftFields filled = typed.or(read);
        return copy(action, target, reason, filled, recipients, files, filled.changedFrom(typed), now);
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
            Set<String> newProposed,
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
