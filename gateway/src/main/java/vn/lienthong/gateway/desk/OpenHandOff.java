package vn.lienthong.gateway.desk;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;

/** Makes a file ready to be signed at a desk: two addresses that work once each, for a short while, for these bytes alone. */
public final class OpenHandOff {

    private final HandOffs handOffs;
    private final Vault vault;
    private final AccessEvents events;
    private final Duration lifetime;
    private final RandomGenerator random;
    private final Supplier<UUID> ids;
    private final Clock clock;

    /**
     * Put together of its parts.
     *
     * @param lifetime how long the addresses work
     * @param random one that nobody can foresee
     */
    public OpenHandOff(
            HandOffs handOffs,
            Vault vault,
            AccessEvents events,
            Duration lifetime,
            RandomGenerator random,
            Supplier<UUID> ids,
            Clock clock) {
        this.handOffs = handOffs;
        this.vault = vault;
        this.events = events;
        this.lifetime = lifetime;
        this.random = random;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is to be signed; members as in {@link HandOff}. */
    public record Wanted(
            DeskPurpose purpose, String target, String user, StoredBytes pdf, String name, Set<Sha256> certificates) {}

    /** It is open; the secrets are told this once. */
    public record Opened(HandOff handOff, DeskSecret fetch, DeskSecret giveBack) {}

    /**
     * Opens it for one person; what he had open before is given up.
     *
     * @throws IOException when the bytes are not in the vault, or cannot be made durable
     */
    public Opened open(Wanted wanted) throws IOException {
        vault.sync(wanted.pdf());
        Instant now = clock.instant();
        HandOff handOff = new HandOff(
                new HandOffId(ids.get()),
                wanted.purpose(),
                wanted.target(),
                wanted.user(),
                wanted.pdf(),
                wanted.name(),
                wanted.certificates(),
                now,
                now.plus(lifetime),
                HandOffState.OPEN,
                Optional.empty(),
                "");
        DeskSecret fetch = DeskSecret.make(random);
        DeskSecret giveBack = DeskSecret.make(random);
        AccessEvent event = new AccessEvent(
                now,
                wanted.user(),
                AccessAct.DESK_HANDED_OUT,
                handOff.id().toString(),
                wanted.purpose() + ", " + wanted.name() + ", SHA-256 "
                        + wanted.pdf().digest());
        return events.together(() -> {
            handOffs.open(handOff, fetch.digest(), giveBack.digest());
            events.add(event);
            return new Opened(handOff, fetch, giveBack);
        });
    }

    /** The person gives it up; nothing where it is over. */
    public void cancel(HandOff handOff) {
        Instant now = clock.instant();
        AccessEvent event = new AccessEvent(
                now, handOff.user(), AccessAct.DESK_CANCELLED, handOff.id().toString(), handOff.name());
        events.together(() -> {
            boolean cancelled = handOffs.cancel(handOff.id(), now);
            if (cancelled) {
                events.add(event);
            }
            return cancelled;
        });
    }
}
