package vn.lienthong.gateway.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.digest.Sha256;

/** Hand-offs in memory. */
public final class InMemoryHandOffs implements HandOffs {

    private final Map<HandOffId, HandOff> kept = new HashMap<>();
    private final Map<Sha256, HandOffId> fetching = new HashMap<>();
    private final Map<Sha256, HandOffId> returning = new HashMap<>();

    @Override
    public synchronized void open(HandOff handOff, Sha256 fetchSecret, Sha256 returnSecret) {
        Instant old = handOff.openedAt().minus(Duration.ofDays(1));
        kept.values().removeIf(one -> one.expiresAt().isBefore(old));
        kept.replaceAll((id, one) -> one.user().equals(handOff.user()) ? cancelled(one) : one);
        kept.put(handOff.id(), handOff);
        fetching.put(fetchSecret, handOff.id());
        returning.put(returnSecret, handOff.id());
    }

    private static HandOff cancelled(HandOff one) {
        return isOpen(one) ? one.become(HandOffState.CANCELLED, Optional.empty(), "") : one;
    }

    private static boolean isOpen(HandOff one) {
        return one.state() == HandOffState.OPEN || one.state() == HandOffState.FETCHED;
    }

    @Override
    public synchronized Optional<HandOff> find(HandOffId id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public synchronized Optional<HandOff> fetch(Sha256 secret, Instant now) {
        return step(
                fetching.get(secret),
                HandOffState.OPEN,
                one -> one.become(HandOffState.FETCHED, Optional.empty(), ""),
                now);
    }

    @Override
    public synchronized Optional<HandOff> take(Sha256 secret, Instant now) {
        return step(returning.get(secret), HandOffState.FETCHED, one -> one.receivingFrom(now), now);
    }

    private Optional<HandOff> step(@Nullable HandOffId id, HandOffState from, UnaryOperator<HandOff> to, Instant now) {
        Optional<HandOff> next = Optional.ofNullable(id)
                .flatMap(this::find)
                .filter(one -> one.state() == from && now.isBefore(one.expiresAt()))
                .map(to);
        next.ifPresent(one -> kept.put(one.id(), one));
        return next;
    }

    @Override
    public synchronized boolean end(HandOff outcome, Instant now) {
        boolean receiving = find(outcome.id())
                .filter(one -> one.stateAt(now) == HandOffState.RECEIVING)
                .isPresent();
        if (receiving) {
            kept.put(outcome.id(), outcome);
        }
        return receiving;
    }

    @Override
    public synchronized boolean cancel(HandOffId id, Instant now) {
        Optional<HandOff> open = find(id).filter(one -> !one.stateAt(now).isOver());
        open.ifPresent(one -> kept.put(id, one.become(HandOffState.CANCELLED, Optional.empty(), "")));
        return open.isPresent();
    }
}
