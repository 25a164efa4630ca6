package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;

/** Systems whose credentials hold what their agencies inherited, too; all else is as it was granted. */
public final class InheritingSystems implements Systems {

    private final Systems granted;
    private final InheritMandates inheriting;

    public InheritingSystems(Systems granted, InheritMandates inheriting) {
        this.granted = granted;
        this.inheriting = inheriting;
    }

    @Override
    public Optional<Credentials> credentials(String systemId) {
        return granted.credentials(systemId)
                .map(known -> new Credentials(
                        known.system(), known.secret(), inheriting.with(known.mandates()), known.limits()));
    }

    @Override
    public Optional<ReceivingSystem> find(String systemId) {
        return granted.find(systemId);
    }

    @Override
    public Optional<byte[]> secret(String systemId) {
        return granted.secret(systemId);
    }

    @Override
    public Optional<byte[]> previousSecret(String systemId, Instant at) {
        return granted.previousSecret(systemId, at);
    }

    @Override
    public void renewSecret(String systemId, byte[] secret, Instant oldUntil) {
        granted.renewSecret(systemId, secret, oldUntil);
    }

    @Override
    public List<String> boundTo(Sha256 certificate) {
        return granted.boundTo(certificate);
    }

    @Override
    public Optional<String> ofClient(String issuer, String client) {
        return granted.ofClient(issuer, client);
    }

    @Override
    public List<String> clientsOf(String issuer, String systemId) {
        return granted.clientsOf(issuer, systemId);
    }

    @Override
    public boolean bindClient(String issuer, String client, String systemId) {
        return granted.bindClient(issuer, client, systemId);
    }

    @Override
    public boolean unbindClient(String issuer, String client, String systemId) {
        return granted.unbindClient(issuer, client, systemId);
    }

    @Override
    public List<Mandate> mandates(String systemId) {
        return granted.mandates(systemId);
    }

    @Override
    public void save(ReceivingSystem system, byte[] secret) {
        granted.save(system, secret);
    }

    @Override
    public void grant(String systemId, Mandate mandate) {
        granted.grant(systemId, mandate);
    }

    @Override
    public CallerLimits limits(String systemId) {
        return granted.limits(systemId);
    }

    @Override
    public void limit(String systemId, CallerLimits limits) {
        granted.limit(systemId, limits);
    }

    @Override
    public Optional<ReceivingSystem> receiverFor(AgencyId agency, Instant at) {
        return granted.receiverFor(agency, at);
    }

    @Override
    public Optional<ReceivingSystem> carrierFor(AgencyId superior, Instant at) {
        return granted.carrierFor(superior, at);
    }

    @Override
    public boolean isClaimed(AgencyId agency, Instant at) {
        return granted.isClaimed(agency, at);
    }

    @Override
    public List<ReceivingSystem> all() {
        return granted.all();
    }

    @Override
    public void recordOutcome(String systemId, boolean reached, int threshold, Instant suspendUntil) {
        granted.recordOutcome(systemId, reached, threshold, suspendUntil);
    }
}
