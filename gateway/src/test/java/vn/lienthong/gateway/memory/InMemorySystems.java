package vn.lienthong.gateway.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.lienthong.gateway.access.CallerLimits;
import vn.lienthong.gateway.access.Credentials;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;

/** Systems in a map; their mandates in a list, in the order in which they were first granted. */
final class InMemorySystems implements Systems {

    private record Kept(ReceivingSystem system, byte[] secret, int failures, Optional<Instant> suspendedUntil) {}

    private record Granted(String systemId, Mandate mandate) {

        boolean sameAs(Granted other) {
            return systemId.equals(other.systemId)
                    && mandate.agency().equals(other.mandate.agency())
                    && mandate.right() == other.mandate.right()
                    && mandate.from().equals(other.mandate.from());
        }
    }

    private record Previous(byte[] secret, Instant until) {}

    private final Map<String, Kept> kept = new TreeMap<>();
    private final Map<String, Previous> previous = new TreeMap<>();
    private final List<Granted> granted = new ArrayList<>();
    private final Map<String, CallerLimits> limits = new TreeMap<>();

    private record Client(String issuer, String client) {}

    private final Map<Client, String> clients =
            new TreeMap<>(Comparator.comparing(Client::issuer).thenComparing(Client::client));

    @Override
    public synchronized Optional<String> ofClient(String issuer, String client) {
        return Optional.ofNullable(clients.get(new Client(issuer, client)));
    }

    @Override
    public synchronized List<String> clientsOf(String issuer, String systemId) {
        return clients.entrySet().stream()
                .filter(bound -> bound.getKey().issuer().equals(issuer)
                        && bound.getValue().equals(systemId))
                .map(bound -> bound.getKey().client())
                .toList();
    }

    @Override
    public synchronized boolean bindClient(String issuer, String client, String systemId) {
        if (!kept.containsKey(systemId)) {
            throw new IllegalArgumentException("system: " + systemId + " (expected: a registered one)");
        }
        clients.putIfAbsent(new Client(issuer, client), systemId);
        return ofClient(issuer, client).equals(Optional.of(systemId));
    }

    @Override
    public synchronized boolean unbindClient(String issuer, String client, String systemId) {
        return clients.remove(new Client(issuer, client), systemId);
    }

    @Override
    public synchronized CallerLimits limits(String systemId) {
        return limits.getOrDefault(systemId, CallerLimits.USUAL);
    }

    @Override
    public synchronized void limit(String systemId, CallerLimits own) {
        if (!kept.containsKey(systemId)) {
            throw new IllegalArgumentException("system: " + systemId + " (expected: a registered one)");
        }
        limits.put(systemId, own);
    }

    @Override
    public synchronized Optional<ReceivingSystem> find(String systemId) {
        return Optional.ofNullable(kept.get(systemId)).map(Kept::system);
    }

    @Override
    public synchronized Optional<Credentials> credentials(String systemId) {
        return secret(systemId)
                .map(secret ->
                        new Credentials(kept.get(systemId).system(), secret, carried(systemId), limits(systemId)));
    }

    private List<Mandate> carried(String systemId) {
        return mandates(systemId).stream()
                .filter(mandate -> mandate.right() != Right.SEAL)
                .toList();
    }

    @Override
    public synchronized Optional<byte[]> secret(String systemId) {
        return Optional.ofNullable(kept.get(systemId))
                .filter(known -> known.system().enabled())
                .map(known -> known.secret().clone());
    }

    @Override
    public synchronized Optional<byte[]> previousSecret(String systemId, Instant at) {
        return secret(systemId)
                .flatMap(present -> Optional.ofNullable(previous.get(systemId)))
                .filter(old -> old.until().isAfter(at))
                .map(old -> old.secret().clone());
    }

    @Override
    public synchronized void renewSecret(String systemId, byte[] secret, Instant oldUntil) {
        Kept known = kept.get(systemId);
        if (known != null) {
            previous.put(systemId, new Previous(known.secret(), oldUntil));
            kept.put(systemId, new Kept(known.system(), secret.clone(), known.failures(), known.suspendedUntil()));
        }
    }

    @Override
    public synchronized List<String> boundTo(Sha256 certificate) {
        return kept.values().stream()
                .map(Kept::system)
                .filter(ReceivingSystem::enabled)
                .filter(system -> system.boundCertificate().equals(Optional.of(certificate.hex())))
                .map(ReceivingSystem::systemId)
                .toList();
    }

    @Override
    public synchronized List<Mandate> mandates(String systemId) {
        return granted.stream()
                .filter(grant -> grant.systemId().equals(systemId))
                .map(Granted::mandate)
                .toList();
    }

    @Override
    public synchronized void save(ReceivingSystem system, byte[] secret) {
        previous.remove(system.systemId());
        Kept before = kept.getOrDefault(system.systemId(), new Kept(system, secret, 0, Optional.empty()));
        kept.put(system.systemId(), new Kept(system, secret.clone(), before.failures(), before.suspendedUntil()));
    }

    @Override
    public synchronized boolean grant(String systemId, Mandate mandate) {
        if (!kept.containsKey(systemId)) {
            throw new IllegalStateException("mandate's system: " + systemId + " unknown");
        }
        Granted grant = new Granted(systemId, mandate);
        return granted.stream().noneMatch(grant::sameAs) && granted.add(grant);
    }

    @Override
    public synchronized boolean end(String systemId, Mandate ended) {
        Granted end = new Granted(systemId, ended);
        Instant at = ended.to().orElseThrow();
        boolean ends = granted.stream()
                .anyMatch(old -> old.sameAs(end) && !old.mandate().isOverAt(at));
        if (ends) {
            granted.replaceAll(old -> old.sameAs(end) ? end : old);
        }
        return ends;
    }

    @Override
    public Optional<ReceivingSystem> receiverFor(AgencyId agency, Instant at) {
        return holder(agency, Right.COLLECT, at);
    }

    @Override
    public Optional<ReceivingSystem> carrierFor(AgencyId superior, Instant at) {
        return holder(superior, Right.TRANSIT, at);
    }

    private synchronized Optional<ReceivingSystem> holder(AgencyId agency, Right right, Instant at) {
        return granted.stream()
                .filter(grant -> grant.mandate().agency().equals(agency)
                        && grant.mandate().right() == right
                        && grant.mandate().holdsAt(at))
                .flatMap(grant -> find(grant.systemId()).stream())
                .filter(ReceivingSystem::enabled)
                .findFirst();
    }

    @Override
    public synchronized boolean isClaimed(AgencyId agency, Instant at) {
        return granted.stream()
                .map(Granted::mandate)
                .anyMatch(mandate -> mandate.agency().equals(agency) && mandate.holdsAt(at));
    }

    @Override
    public synchronized List<ReceivingSystem> all() {
        return kept.values().stream().map(Kept::system).toList();
    }

    @Override
    public synchronized void recordOutcome(String systemId, boolean reached, int threshold, Instant suspendUntil) {
        kept.computeIfPresent(systemId, (id, before) -> {
            int failures = reached ? 0 : before.failures() + 1;
            Optional<Instant> until = failures >= threshold ? Optional.of(suspendUntil) : before.suspendedUntil();
            return new Kept(before.system(), before.secret(), failures, reached ? Optional.empty() : until);
        });
    }

    /** Whether something may be relayed to the system now. */
    synchronized boolean takes(String systemId, Instant now) {
        return Optional.ofNullable(kept.get(systemId))
                .filter(known -> known.system().enabled())
                .filter(known -> known.suspendedUntil().filter(now::isBefore).isEmpty())
                .isPresent();
    }
}
