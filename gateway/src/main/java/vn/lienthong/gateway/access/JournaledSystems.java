package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.List;

/** Systems as somebody works on them: every change is in the journal. */
public final class JournaledSystems extends ForwardingSystems {

    private final Journal journal;

    public JournaledSystems(Systems kept, Journal journal) {
        super(kept);
        this.journal = journal;
    }

    @Override
    public void save(ReceivingSystem system, byte[] secret) {
        boolean known = find(system.systemId()).isPresent();
        super.save(system, secret);
        journal.note(known ? AccessAct.SYSTEM_CHANGED : AccessAct.SYSTEM_ADDED, system.systemId(), facts(system));
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
        super.renewSecret(systemId, secret, oldUntil);
        journal.note(AccessAct.SECRET_RENEWED, systemId, "the one before counts until " + oldUntil);
    }

    @Override
    public boolean bindClient(String issuer, String client, String systemId) {
        boolean bound = super.bindClient(issuer, client, systemId);
        if (bound) {
            journal.note(AccessAct.ISSUER_BOUND, systemId, client + " of " + issuer);
        }
        return bound;
    }

    @Override
    public boolean unbindClient(String issuer, String client, String systemId) {
        boolean unbound = super.unbindClient(issuer, client, systemId);
        if (unbound) {
            journal.note(AccessAct.ISSUER_UNBOUND, systemId, client + " of " + issuer);
        }
        return unbound;
    }

    @Override
    public void grant(String systemId, Mandate mandate) {
        super.grant(systemId, mandate);
        journal.note(systemId, mandate);
    }

    @Override
    public void limit(String systemId, CallerLimits limits) {
        super.limit(systemId, limits);
        journal.note(AccessAct.SYSTEM_LIMITED, systemId, limits.toString());
    }
}
