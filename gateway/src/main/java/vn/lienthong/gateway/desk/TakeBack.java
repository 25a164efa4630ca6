package vn.lienthong.gateway.desk;

import java.io.IOException;
import java.io.Serial;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;

/**
 * Takes back what was signed at a desk: the very file that was handed out, with exactly one signature more, by the certificate
 * that was expected, which is trusted and neither revoked nor out of its validity.
 */
public final class TakeBack {

    private static final Logger LOG = LoggerFactory.getLogger(TakeBack.class);

    private final HandOffs handOffs;
    private final Vault vault;
    private final CheckReturned checking;
    private final Map<DeskPurpose, ReceiveSigned> receivers = new EnumMap<>(DeskPurpose.class);
    private final Journal journal;

    /** @param receivers one for each purpose that is handed out */
    public TakeBack(
            HandOffs handOffs, Vault vault, CheckReturned checking, List<ReceiveSigned> receivers, Journal journal) {
        this.handOffs = handOffs;
        this.vault = vault;
        this.checking = checking;
        this.journal = journal;
        for (ReceiveSigned receiver : receivers) {
            for (DeskPurpose purpose : receiver.purposes()) {
                if (this.receivers.put(purpose, receiver) != null) {
                    throw new IllegalArgumentException("receivers: two for " + purpose + " (expected: one)");
                }
            }
        }
    }

    /** What is written down of it, and by which clock. */
    public record Journal(AccessEvents events, Clock clock) {

        /** What is done, the end of it and the line about it stand together, or none of them. */
        private HandOff together(Supplier<HandOff> work) {
            return events.together(work);
        }

        private void note(HandOff outcome, String detail) {
            AccessAct act = outcome.state() == HandOffState.RETURNED ? AccessAct.DESK_RETURNED : AccessAct.DESK_REFUSED;
            line(act, outcome, outcome.refusal().map(why -> why + ": ").orElse("") + detail);
        }

        /** Somebody's key was used, though nothing came of it. */
        private void late(HandOff over, SignedBack back) {
            line(
                    AccessAct.DESK_REFUSED,
                    over,
                    over.state() + ", signed → " + back.bytes().digest());
        }

        private void line(AccessAct act, HandOff handOff, String what) {
            events.add(new AccessEvent(
                    clock.instant(), handOff.user(), act, handOff.id().toString(), handOff.name() + ", " + what));
        }
    }

    /** It was given up, or ran out, while what came back was looked at: nothing of that stays. */
    private static final class OverMeanwhile extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        OverMeanwhile(HandOffId id) {
            super("hand-off " + id + ": over meanwhile (expected: receiving)", null, false, false);
        }
    }

    /** The hand-off that the secret returns to; from now on nothing else is taken for it. Whoever takes it ends it. */
    public Optional<HandOff> take(DeskSecret secret) {
        return handOffs.take(secret.digest(), journal.clock().instant());
    }

    /** Nothing came that could be looked at. */
    public HandOff notReceived(HandOff handOff, DeskRefusal why, String detail) {
        return refused(handOff, why, detail);
    }

    /**
     * Looks at what came back and puts it where it belongs.
     *
     * @return the hand-off as it ended: returned, refused with the reason, or given up meanwhile
     * @throws IOException when the vault fails; the hand-off has ended all the same
     */
    public HandOff receive(HandOff handOff, StoredBytes returned) throws IOException {
        try {
            return looked(handOff, returned);
        } catch (IOException | RuntimeException fault) {
            failed(handOff, fault, "returned → " + returned.digest());
            throw fault;
        }
    }

    /** Ends one over which we failed ourselves: its person need not wait until it runs out. */
    public void failed(HandOff handOff, Exception fault, String detail) {
        LOG.error("hand-off {}: failed", handOff.id(), fault);
        try {
            refused(handOff, DeskRefusal.FAULT, detail);
        } catch (RuntimeException second) {
            fault.addSuppressed(second);
        }
    }

    private HandOff looked(HandOff handOff, StoredBytes returned) throws IOException {
        Instant now = journal.clock().instant();
        return switch (checking.check(handOff, returned, now)) {
            case CheckReturned.Look.Objection objection -> refused(handOff, objection.why(), objection.detail());
            case CheckReturned.Look.Fits fits -> {
                vault.sync(returned);
                yield received(handOff, new SignedBack(returned, fits.signer(), now));
            }
        };
    }

    private HandOff received(HandOff handOff, SignedBack asItCame) throws IOException {
        ReceiveSigned receiver = receivers.get(handOff.purpose());
        if (receiver == null) {
            throw new IllegalStateException("receivers: none for " + handOff.purpose() + " (expected: one)");
        }
        SignedBack back = receiver.ready(handOff, asItCame);
        try {
            return journal.together(() -> ended(handOff, receiver.receive(handOff, back), back));
        } catch (OverMeanwhile over) {
            HandOff standing = asItStands(handOff);
            journal.late(standing, asItCame);
            return standing;
        }
    }

    private HandOff ended(HandOff handOff, ReceiveSigned.Received received, SignedBack back) {
        return switch (received) {
            case ReceiveSigned.Received.Taken taken ->
                ended(
                        handOff.become(HandOffState.RETURNED, Optional.empty(), ""),
                        "→ " + back.bytes().digest());
            case ReceiveSigned.Received.Refused refused ->
                ended(
                        handOff.become(HandOffState.REFUSED, Optional.of(refused.why()), refused.detail()),
                        refused.detail());
        };
    }

    private HandOff refused(HandOff handOff, DeskRefusal why, String detail) {
        try {
            return journal.together(
                    () -> ended(handOff.become(HandOffState.REFUSED, Optional.of(why), detail), detail));
        } catch (OverMeanwhile over) {
            return asItStands(handOff);
        }
    }

    private HandOff ended(HandOff outcome, String detail) {
        if (!handOffs.end(outcome, journal.clock().instant())) {
            throw new OverMeanwhile(outcome.id());
        }
        journal.note(outcome, detail);
        return outcome;
    }

    private HandOff asItStands(HandOff handOff) {
        HandOff kept = handOffs.find(handOff.id()).orElse(handOff);
        return kept.become(kept.stateAt(journal.clock().instant()), kept.refusal(), kept.detail());
    }
}
