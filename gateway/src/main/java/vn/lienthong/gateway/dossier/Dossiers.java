package vn.lienthong.gateway.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.packet.DocumentId;

/** Where dossiers are kept. */
public interface Dossiers {

    /** The dossier that holds the key and has not been refused. */
    Optional<Dossier> find(DocumentKey key);

    Optional<Dossier> find(DossierId id);

    /** The dossier as it is now, waiting for whoever is changing it; nobody else changes it before this transaction ends. */
    Optional<Dossier> locked(DossierId id);

    /** Dossiers with this document id whose sender is one of the agencies; oldest first. */
    List<Dossier> find(Set<AgencyId> senders, DocumentId documentId);

    /** The dossier whose sender knows it by this transport id. */
    Optional<Dossier> findSent(String senderDocId);

    /** What the agencies sent, newest first. */
    List<Dossier> sentBy(Set<AgencyId> senders, Optional<Instant> from, Optional<Instant> to, int limit);

    /**
     * What the agencies sent, newest first, page by page.
     *
     * @param after the last one of the page before
     */
    List<Dossier> sentAfter(Set<AgencyId> senders, Optional<Instant> from, Optional<DossierId> after, int limit);

    /**
     * Adds the dossier with its recipients.
     *
     * @return false when another transaction recorded the same key first; nothing is added then
     */
    boolean add(Dossier dossier);

    /** Adds recipients that earlier copies did not name. */
    void addRecipients(DossierId id, List<Recipient> recipients);

    /** Notes one received copy: every copy's bytes and transport id are kept. */
    void addCopy(DossierId id, Submission submission);

    /**
     * Notes how the bytes of a received copy leave.
     *
     * @return false when it is on record already for these bytes: that stays
     */
    boolean addOutgoing(DossierId id, Outgoing outgoing);

    /** How these received bytes of the dossier leave; empty for a document of before such records. */
    Optional<Outgoing> outgoing(DossierId id, Sha256 received);

    void update(DossierId id, DossierState state, Set<Mark> marks, Optional<Hold> hold, String holdReason);

    /**
     * Writes what verifying again found.
     *
     * @param nextLook when to look again; empty where nothing that may still come would settle it
     */
    void updateVerification(
            DossierId id, String verificationJson, Set<Mark> marks, Instant verifiedAt, Optional<Instant> nextLook);

    /** From now on the one delivery answers for the recipients of the other too. */
    void answer(DeliveryId merged, DeliveryId by);

    /**
     * Until this transaction ends no other one links with these documents: of a recall and its document that come at the
     * same time, one sees the other.
     */
    void lockLinks(Collection<DocumentId> documents);

    /** Notes which documents a recall, update or replacement still waits for; none ends the waiting. */
    void await(DossierId id, Set<DocumentId> missing);

    /** Puts the dossier into another's lineage. */
    void join(DossierId id, DossierId lineage);

    /** Dossiers of this lineage, oldest first. */
    List<Dossier> lineage(DossierId lineage);

    /** Recalls, updates and replacements that wait for the document they act on, locked. */
    List<Dossier> waitingFor(Set<AgencyId> senders, DocumentId target);

    List<Dossier> search(DossierSearch search);

    /**
     * Takes dossiers whose verification is due to be looked at again, longest due first; nobody else is given them before
     * the lease ends, which is twice as long for each look that began and never ended.
     */
    List<OpenVerification> takeIndeterminate(Instant now, Duration lease, int limit);

    /**
     * Makes every dossier that waits for something to settle its verification due, but those that are being looked at, or
     * brought down who looked; returns how many.
     */
    int lookAgain(Instant now);

    /**
     * Makes every dossier due that holds a file whose signatures could not be looked at and was never {@link #lookedWith looked at} with
     * this ability, and marks it as indeterminate until that is done; not one that is due anyway. Returns how many.
     */
    int lookAtUnchecked(String able, Instant now);

    /** Notes that a dossier was looked at with an ability: nothing about its files changes by looking so again. */
    void lookedWith(DossierId id, String able);

    /** Whether a file of it could not be looked at when it came, and somebody {@link #lookedWith looked} since. */
    boolean wasUnchecked(DossierId id);

    /** Ends a look that said nothing about the signatures; without a next one nobody looks by himself any more. */
    void lookLater(DossierId id, Optional<Instant> next);
}
