package vn.lienthong.gateway.seal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.signature.form.Picture;
import vn.lienthong.gateway.signature.form.UnusablePicture;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.path.SealCertificate;
import vn.lienthong.gateway.signature.path.SealTrust;

/** Makes a key an agency's seal, once it was opened and looked at. */
public final class AddSeal {

    /** Between the moment that is said and the one at which it is done. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private final AgencySeals seals;
    private final SealTrust trust;
    private final OpenKeys keys;
    private final Agencies agencies;
    private final AccessEvents events;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public AddSeal(
            AgencySeals seals,
            SealTrust trust,
            OpenKeys keys,
            Agencies agencies,
            AccessEvents events,
            Supplier<UUID> ids,
            Clock clock) {
        this.seals = seals;
        this.trust = trust;
        this.keys = keys;
        this.agencies = agencies;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is to be a seal.
     *
     * @param secretFile where the secret is read from ever after; empty where it is to be kept
     * @param secret password or PIN, UTF-8
     * @param actor who says so, as evidence names people
     */
    public record Wanted(
            AgencyId agency,
            Instant from,
            KeyPlace place,
            Optional<String> secretFile,
            byte[] secret,
            Optional<byte[]> picture,
            String actor) {

        /** Without the secret: records are printed in messages. */
        @Override
        public String toString() {
            return "Wanted[" + agency + ", " + place + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * It is the agency's seal from its beginning on.
         *
         * @param warnings for an administrator to think over
         * @param before the seal that ends then
         */
        record Added(AgencySeal seal, List<String> warnings, Optional<AgencySeal> before) implements Outcome {
            public Added {
                warnings = List.copyOf(warnings);
            }
        }

        /** Nothing was done. */
        record Refused(String why) implements Outcome {}
    }

    public Outcome add(Wanted wanted) {
        try {
            if (wanted.picture().isPresent()) {
                Picture.png(wanted.picture().get());
            }
            return add(wanted, keys.proven(wanted.place(), wanted.secret()));
        } catch (UnusablePicture unusable) {
            return new Outcome.Refused(String.valueOf(unusable.getMessage()));
        } catch (SigningException | IllegalArgumentException unusable) {
            return new Outcome.Refused(wanted.place() + ": " + unusable.getMessage());
        }
    }

    /**
     * Makes the key at somebody's desk that belongs to a certificate an agency's seal. That somebody has the key shows when the
     * first file comes back.
     *
     * @param wanted without a secret, and at a {@link KeyPlace.Desk}
     */
    public Outcome add(Wanted wanted, SealCertificate certificate) {
        if (!(wanted.place() instanceof KeyPlace.Desk)) {
            throw new IllegalArgumentException("seal: " + wanted.place() + " (expected: at a desk)");
        }
        return add(wanted, certificate, CheckSeal.path(trust, certificate, clock.instant()));
    }

    private Outcome add(Wanted wanted, SigningKey key) {
        return add(wanted, SealCertificate.of(key), CheckSeal.path(trust, key, clock.instant()));
    }

    private Outcome add(Wanted wanted, SealCertificate certificate, List<CheckSeal.Doubt> ofPath) {
        Instant now = clock.instant();
        boolean first = seals.all().stream().noneMatch(seal -> seal.agency().equals(wanted.agency()));
        if (!first && wanted.from().isBefore(now.minus(SLACK))) {
            return new Outcome.Refused("--from: " + wanted.from()
                    + " (expected: từ lúc này trở đi; cơ quan đã có con dấu, điều đã đóng không ghi lại khác được)");
        }
        Instant begins = wanted.from().isAfter(now) ? wanted.from() : now;
        List<CheckSeal.Doubt> doubts =
                new ArrayList<>(CheckSeal.of(certificate, wanted.agency(), agencies.current(), begins));
        doubts.addAll(ofPath);
        doubts.addAll(CheckSeal.files(AgencySeal.files(wanted.place(), wanted.secretFile())));
        Optional<CheckSeal.Doubt> stop =
                doubts.stream().filter(CheckSeal.Doubt::stops).findFirst();
        if (stop.isPresent()) {
            return new Outcome.Refused(stop.get().text());
        }
        AgencySeal seal = new AgencySeal(
                new SealId(ids.get()),
                wanted.agency(),
                wanted.from(),
                Optional.empty(),
                wanted.place(),
                wanted.secretFile(),
                certificate,
                wanted.actor());
        Optional<AgencySeal> before = seals.of(wanted.agency(), wanted.from());
        boolean keeps = wanted.secretFile().isEmpty() && !(wanted.place() instanceof KeyPlace.Desk);
        Optional<byte[]> kept = keeps ? Optional.of(wanted.secret()) : Optional.empty();
        if (!seals.add(seal, new AgencySeals.Extras(kept, wanted.picture()))) {
            return new Outcome.Refused("cơ quan này đã có con dấu bắt đầu từ lúc đó hoặc muộn hơn (kết thúc nó trước)");
        }
        events.add(new AccessEvent(
                clock.instant(),
                wanted.actor(),
                AccessAct.SEAL_ADDED,
                seal.id().toString(),
                wanted.agency() + ", " + certificate.names() + ", SHA-256 "
                        + certificate.facts().certificate() + ", " + wanted.place()));
        return new Outcome.Added(
                seal, doubts.stream().map(CheckSeal.Doubt::text).toList(), before);
    }
}
