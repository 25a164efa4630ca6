package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;

/** Systems that another store keeps; what adds something to them overrides where. */
abstract class ForwardingSystems implements Systems {

    private final Systems kept;

    ForwardingSystems(Systems kept) {
        this.kept = kept;
    }

    @Override
    public Optional<Credentials> credentials(String systemId) {
        return kept.credentials(systemId);
    }

    @Override
    public Optional<ReceivingSystem> find(String systemId) {
        return kept.find(systemId);
    }

    @Override
    public Optional<byte[]> secret(String systemId) {
        return kept.secret(systemId);
    }

    @Override
    public Optional<byte[]> previousSecret(String systemId, Instant at) {
        return kept.previousSecret(systemId, at);
    }

    @Override
    public void renewSecret(String systemId, byte[] secret, Instant oldUntil) {
        kept.renewSecret(systemId, secret, oldUntil);
    }

    @Override
    public List<String> boundTo(Sha256 certificate) {
        return kept.boundTo(certificate);
    }

    @Override
    public Optional<String> ofClient(String issuer, String client) {
        return kept.ofClient(issuer, client);
    }

    @Override
    public List<String> clientsOf(String issuer, String systemId) {
        return kept.clientsOf(issuer, systemId);
    }

    @Override
    public boolean bindClient(String issuer, String client, String systemId) {
        return kept.bindClient(issuer, client, systemId);
    }

    @Override
    public boolean unbindClient(String issuer, String client, String systemId) {
        return kept.unbindClient(issuer, client, systemId);
    }

    @Override
    public List<Mandate> mandates(String systemId) {
        return kept.mandates(systemId);
    }

    @Override
    public void save(ReceivingSystem system, byte[] secret) {
        kept.save(system, secret);
    }

    @Override
    public boolean grant(String systemId, Mandate mandate) {
        return kept.grant(systemId, mandate);
    }

    @Override
    public boolean end(String systemId, Mandate ended) {
        return kept.end(systemId, ended);
    }

    @Override
    public CallerLimits limits(String systemId) {
        return kept.limits(systemId);
    }

    @Override
    public void limit(String systemId, CallerLimits limits) {
        kept.limit(systemId, limits);
    }

    @Override
    public Optional<ReceivingSystem> receiverFor(AgencyId agency, Instant at) {
        return kept.receiverFor(agency, at);
    }

    @Override
    public Optional<ReceivingSystem> carrierFor(AgencyId superior, Instant at) {
        return kept.carrierFor(superior, at);
    }

    @Override
    public boolean isClaimed(AgencyId agency, Instant at) {
        return kept.isClaimed(agency, at);
    }

    @Override
    public List<ReceivingSystem> all() {
        return kept.all();
    }

    @Override
    public void recordOutcome(String systemId, boolean reached, int threshold, Instant suspendUntil) {
        kept.recordOutcome(systemId, reached, threshold, suspendUntil);
    }
}
