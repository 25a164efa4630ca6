package vn.lienthong.gateway.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;

/**
 * A file that one person signs at his desk.
 *
 * @param target what it is for, as the {@link ReceiveSigned} of its purpose wrote it
 * @param user who signs, as evidence names people
 * @param pdf the very bytes that are handed out; in the vault
 * @param name of the file
 * @param certificates SHA-256 of those of which one is to sign; never empty
 * @param expiresAt first instant at which its addresses no longer work; once something comes back, at which that is given up
 * @param state as kept; how it stands now is {@link #stateAt}
 * @param refusal why what came back was not taken
 * @param detail what was found, for whoever has to look into it; may be empty
 */
public record HandOff(
        HandOffId id,
        DeskPurpose purpose,
        String target,
        String user,
        StoredBytes pdf,
        String name,
        Set<Sha256> certificates,
        Instant openedAt,
        Instant expiresAt,
        HandOffState state,
        Optional<DeskRefusal> refusal,
        String detail) {

    /** What comes back is sent and looked at for this long at most; else the gateway went down over it, or the line is dead. */
    public static final Duration LONGEST_RECEIVING = Duration.ofMinutes(3);

    public HandOff {
        certificates = Set.copyOf(certificates);
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("hand-off: no certificate (expected: whose signature is to come)");
        }
    }

    public HandOffState stateAt(Instant now) {
        return switch (state) {
            case OPEN, FETCHED, RECEIVING -> now.isBefore(expiresAt) ? state : HandOffState.EXPIRED;
            case RETURNED, REFUSED, CANCELLED, EXPIRED -> state;
        };
    }

    /** The same, once something comes back for it: that has a time of its own. */
    public HandOff receivingFrom(Instant now) {
        return new HandOff(
                id,
                purpose,
                target,
                user,
                pdf,
                name,
                certificates,
                openedAt,
                now.plus(LONGEST_RECEIVING),
                HandOffState.RECEIVING,
                Optional.empty(),
                "");
    }

    /** The same, further on. */
    public HandOff become(HandOffState next, Optional<DeskRefusal> why, String found) {
        return new HandOff(id, purpose, target, user, pdf, name, certificates, openedAt, expiresAt, next, why, found);
    }
}
