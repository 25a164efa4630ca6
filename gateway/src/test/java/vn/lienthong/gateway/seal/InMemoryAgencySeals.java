package vn.lienthong.gateway.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;

/** Seals in memory. */
public final class InMemoryAgencySeals implements AgencySeals {

    private final List<AgencySeal> seals = new ArrayList<>();
    private final Map<SealId, Extras> extras = new HashMap<>();
    private final Map<SealId, Sha256> refused = new HashMap<>();

    @Override
    public synchronized boolean add(AgencySeal seal, Extras with) {
        boolean followed = seals.stream()
                .anyMatch(other -> other.agency().equals(seal.agency())
                        && !other.from().isBefore(seal.from())
                        && other.holdsAt(other.from()));
        if (followed) {
            return false;
        }
        seals.replaceAll(other ->
                other.agency().equals(seal.agency()) && other.holdsAt(seal.from()) ? ended(other, seal.from()) : other);
        seals.add(seal);
        extras.put(seal.id(), with);
        return true;
    }

    private static AgencySeal ended(AgencySeal seal, Instant at) {
        Instant end = at.isBefore(seal.from()) ? seal.from() : at;
        return new AgencySeal(
                seal.id(),
                seal.agency(),
                seal.from(),
                Optional.of(end),
                seal.place(),
                seal.secretFile(),
                seal.certificate(),
                seal.addedBy());
    }

    @Override
    public synchronized Optional<AgencySeal> of(AgencyId agency, Instant at) {
        return seals.stream()
                .filter(seal -> seal.agency().equals(agency) && seal.holdsAt(at))
                .findFirst();
    }

    @Override
    public synchronized List<AgencySeal> all() {
        return List.copyOf(seals);
    }

    @Override
    public synchronized Optional<AgencySeal> find(SealId id) {
        return seals.stream().filter(seal -> seal.id().equals(id)).findFirst();
    }

    @Override
    public synchronized Optional<byte[]> secret(SealId id) {
        return Optional.ofNullable(extras.get(id)).flatMap(Extras::secret);
    }

    @Override
    public synchronized Optional<byte[]> picture(SealId id) {
        return Optional.ofNullable(extras.get(id)).flatMap(Extras::picture);
    }

    @Override
    public synchronized Optional<Sha256> refused(SealId id) {
        return Optional.ofNullable(refused.get(id));
    }

    @Override
    public synchronized void refuse(SealId id, Sha256 secret, Instant at) {
        refused.put(id, secret);
    }

    @Override
    public synchronized void letTry(SealId id) {
        refused.remove(id);
    }

    @Override
    public synchronized boolean end(SealId id, Instant at) {
        boolean open = find(id).filter(seal -> seal.to().map(at::isBefore).orElse(true))
                .isPresent();
        seals.replaceAll(seal -> open && seal.id().equals(id) ? ended(seal, at) : seal);
        return open;
    }
}
