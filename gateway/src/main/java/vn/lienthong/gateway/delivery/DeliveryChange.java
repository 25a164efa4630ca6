package vn.lienthong.gateway.delivery;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;

/** What a move changes besides the state. Starts from "nothing" and is refined. */
public record DeliveryChange(
        String reason,
        Optional<Instant> dueAt,
        Optional<Instant> leaseUntil,
        boolean nextDispatch,
        boolean countAttempt,
        boolean countFailure,
        boolean taken,
        boolean countAnew,
        Optional<Target> target) {

    /** Where the copy goes from now on. */
    public record Target(Optional<AgencyId> agency, Optional<String> systemId, boolean push) {}

    /** Changes the state alone, and says why. */
    public static DeliveryChange because(String reason) {
        return new DeliveryChange(
                reason, Optional.empty(), Optional.empty(), false, false, false, false, false, Optional.empty());
    }

    public DeliveryChange dueAt(Instant at) {
        return new DeliveryChange(
                reason,
                Optional.of(at),
                leaseUntil,
                nextDispatch,
                countAttempt,
                countFailure,
                taken,
                countAnew,
                target);
    }

    public DeliveryChange leaseUntil(Instant until) {
        return new DeliveryChange(
                reason, dueAt, Optional.of(until), nextDispatch, countAttempt, countFailure, taken, countAnew, target);
    }

    /** The copy is given to an engine anew: tries under the old dispatch number count for nothing from now on. */
    public DeliveryChange underNextDispatch() {
        return new DeliveryChange(
                reason, dueAt, leaseUntil, true, countAttempt, countFailure, taken, countAnew, target);
    }

    public DeliveryChange countingAttempt() {
        return new DeliveryChange(
                reason, dueAt, leaseUntil, nextDispatch, true, countFailure, taken, countAnew, target);
    }

    public DeliveryChange countingFailure() {
        return new DeliveryChange(
                reason, dueAt, leaseUntil, nextDispatch, countAttempt, true, taken, countAnew, target);
    }

    /** The recipient's system may have the bytes from now on. */
    public DeliveryChange markingTaken() {
        return new DeliveryChange(
                reason, dueAt, leaseUntil, nextDispatch, countAttempt, countFailure, true, countAnew, target);
    }

    /** A person sends the copy anew: it has all its tries again. */
    public DeliveryChange countingAnew() {
        return new DeliveryChange(
                reason, dueAt, leaseUntil, nextDispatch, countAttempt, countFailure, taken, true, target);
    }

    public DeliveryChange to(Target newTarget) {
        return new DeliveryChange(
                reason,
                dueAt,
                leaseUntil,
                nextDispatch,
                countAttempt,
                countFailure,
                taken,
                countAnew,
                Optional.of(newTarget));
    }

    Delivery apply(Delivery before, DeliveryState state, Instant now) {
        return new Delivery(
                before.id(),
                before.dossier(),
                before.kind(),
                before.docId(),
                before.from(),
                before.code(),
                target.map(Target::agency).orElse(before.agency()),
                target.map(Target::systemId).orElse(before.systemId()),
                target.map(Target::push).orElse(before.push()),
                state,
                before.dispatch() + (nextDispatch ? 1 : 0),
                (countAnew ? 0 : before.attempts()) + (countAttempt ? 1 : 0),
                before.failures() + (countFailure ? 1 : 0),
                before.urgency(),
                before.bytes(),
                before.createdAt(),
                now,
                dueAt.isPresent() ? dueAt : before.dueAt(),
                leaseUntil,
                state == DeliveryState.HANDED_OVER ? Optional.of(now) : before.handedOverAt(),
                before.taken() || taken || state == DeliveryState.HANDED_OVER,
                reason);
    }
}
