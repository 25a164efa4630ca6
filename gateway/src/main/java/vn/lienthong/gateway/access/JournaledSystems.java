package vn.lienthong.gateway.access;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Systems as somebody works on them: every change is in the journal, a new secret as such. */
public final class JournaledSystems extends ForwardingSystems {

    private final Journal journal;

    public JournaledSystems(Systems kept, Journal journal) {
        super(kept);
        this.journal = journal;
    }

    @Override
    public void save(ReceivingSystem system, byte[] secret) {
        Runnable work = () -> super.save(system, secret);
        journal.noted(work, acts(system, secret), system.systemId(), facts(system));
    }

    private List<AccessAct> acts(ReceivingSystem system, byte[] secret) {
        Optional<ReceivingSystem> before = find(system.systemId());
        if (before.isEmpty()) {
            return List.of(AccessAct.SYSTEM_ADDED);
        }
        List<AccessAct> acts = new ArrayList<>();
        if (!before.get().equals(system)) {
            acts.add(AccessAct.SYSTEM_CHANGED);
        }
        // That of a disabled system is not told: what is saved for it counts as a new one.
        if (acts.isEmpty()
                || secret(system.systemId())
                        .filter(old -> MessageDigest.isEqual(old, secret))
                        .isEmpty()) {
            acts.add(AccessAct.SECRET_RENEWED);
        }
        return acts;
    }

    private static String facts(ReceivingSystem system) {
        List<String> addresses = system.boundAddresses();
        return system.kind()
                + (system.enabled() ? "" : ", disabled")
                + (addresses.isEmpty() ? "" : ", from " + String.join(" ", addresses))
                + system.boundCertificate()
                        .map(print -> ", certificate " + print)
                        .orElse("")
                + system.pushTo()
                        .map(target -> ", pushed to " + target.address())
                        .orElse("");
    }

    @Override
    public void renewSecret(String systemId, byte[] secret, Instant oldUntil) {
        Runnable work = () -> super.renewSecret(systemId, secret, oldUntil);
        journal.noted(work, AccessAct.SECRET_RENEWED, systemId, "the one before counts until " + oldUntil);
    }

    @Override
    public boolean bindClient(String issuer, String client, String systemId) {
        BooleanSupplier work = () -> super.bindClient(issuer, client, systemId);
        return journal.noted(work, AccessAct.ISSUER_BOUND, systemId, client + " of " + issuer);
    }

    @Override
    public boolean unbindClient(String issuer, String client, String systemId) {
        BooleanSupplier work = () -> super.unbindClient(issuer, client, systemId);
        return journal.noted(work, AccessAct.ISSUER_UNBOUND, systemId, client + " of " + issuer);
    }

    @Override
    public boolean grant(String systemId, Mandate mandate) {
        BooleanSupplier work = () -> super.grant(systemId, mandate);
        return journal.noted(work, AccessAct.MANDATE_GRANTED, systemId, journal.facts(mandate));
    }

    @Override
    public boolean end(String systemId, Mandate ended) {
        BooleanSupplier work = () -> super.end(systemId, ended);
        return journal.noted(work, AccessAct.MANDATE_ENDED, systemId, journal.facts(ended));
    }

    @Override
    public void limit(String systemId, CallerLimits limits) {
        Runnable work = () -> super.limit(systemId, limits);
        journal.noted(work, AccessAct.SYSTEM_LIMITED, systemId, limits.toString());
    }
}
