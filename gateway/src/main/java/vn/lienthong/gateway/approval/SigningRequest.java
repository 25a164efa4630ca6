package vn.lienthong.gateway.approval;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.tray.DraftId;

/**
 * A document that a clerk put before an officer (Circular 41/2017/TT-BTTTT: who is authorised signs with the own key, before the
 * clerk puts the agency's on).
 *
 * @param draft what it is part of; its main file is what is signed
 * @param revision of the draft while it is before the officer
 * @param agency in whose name it is signed
 * @param officer username of the person who is asked
 * @param ask who asked and what was said
 * @param asked SHA-256 of the file as it was put before the officer
 * @param bytes what the officer reads: that file, then the signed one; empty where it was decided without a signature, the document was sent, or the draft discarded
 * @param decision empty while it is asked
 */
public record SigningRequest(
        RequestId id,
        DraftId draft,
        int revision,
        AgencyId agency,
        String officer,
        Ask ask,
        Shown shown,
        Sha256 asked,
        Optional<StoredBytes> bytes,
        RequestState state,
        Optional<Decision> decision) {

    /** Longest note and longest reason, in characters. */
    public static final int LONGEST_WORDS = 1_000;

    /**
     * How it was asked for.
     *
     * @param by as evidence names people
     * @param due until when it should be signed; it may be signed later too
     */
    public record Ask(String by, Instant at, String note, Optional<Instant> due) {}

    public boolean isOpen() {
        return state == RequestState.ASKED;
    }

    /** Whether it should have been signed by now. */
    public boolean isLateAt(Instant now) {
        return isOpen() && ask.due().filter(now::isAfter).isPresent();
    }

    /** The same, decided. */
    public SigningRequest decided(RequestState as, Decision decided, Optional<StoredBytes> left) {
        return new SigningRequest(
                id, draft, revision, agency, officer, ask, shown, asked, left, as, Optional.of(decided));
    }
}
