package vn.lienthong.gateway.seal;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.lasting.NewestCopy;

/** Gives the system that had something signed the newest copy of it: with its timestamp, once that has come. Nobody else gets it. */
public final class FetchSignature {
    private final SystemSignatures made;
    private final NewestCopy newest;

    public FetchSignature(SystemSignatures made, NewestCopy newest) {
        this.made = made;
        this.newest = newest;
    }

    /** Whether more is to come. */
    public enum State {
        /** Signed; its timestamp is still to come. */
        TIMESTAMP_PENDING,
        /** It has its timestamp; validation data, an archive timestamp or its renewal are still to come. */
        EXTENDING,
        /** Nothing more is to come by itself. */
        FINAL
    }

    /**
     * The newest copy.
     *
     * @param made what was handed out at first
     * @param changedAt when it became what it is
     */
    public record Found(
            SystemSignatures.Made made, StoredBytes bytes, LastingLevel level, State state, Instant changedAt) {}

    /**
     * Looks it up.
     *
     * @param given what was handed out, or any later step of it
     */
    public Optional<Found> fetch(Caller caller, Sha256 given) {
        return made.find(given, caller.systemId()).map(this::found);
    }

    private Found found(SystemSignatures.Kept kept) {
        SystemSignatures.Made first = kept.made();
        return newest.of(first.agency(), first.bytes().digest())
                .map(copy -> new Found(first, copy.bytes(), copy.level(), state(copy), kept.changedAt()))
                .orElse(new Found(first, first.bytes(), first.level(), State.FINAL, first.signedAt()));
    }

    private static State state(NewestCopy.Copy copy) {
        if (!copy.grows()) {
            return State.FINAL;
        }
        return copy.level() == LastingLevel.B ? State.TIMESTAMP_PENDING : State.EXTENDING;
    }
}
