package vn.lienthong.gateway.memory;

import vn.lienthong.gateway.access.RegistrationRequests;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.DirectoryVersion;
import vn.lienthong.gateway.dossier.Counts;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.gateway.dossier.Repeats;
import vn.lienthong.gateway.dossier.Stores;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.evidence.Seals;
import vn.lienthong.gateway.signature.path.CrlStore;
import vn.lienthong.gateway.signature.path.OcspStore;
import vn.lienthong.gateway.tray.Trays;
import vn.lienthong.gateway.webhook.Webhooks;

/** All stores in maps. */
public final class InMemoryStores implements Stores {

    private final InMemorySystems systems = new InMemorySystems();
    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork(systems);
    private final InMemoryRefusals refusals = new InMemoryRefusals();
    private final InMemorySeals seals = new InMemorySeals(work);
    private final InMemoryCounts counts = new InMemoryCounts(work, refusals);
    private final InMemoryTrays trays = new InMemoryTrays(work);
    private final InMemoryRepeats repeats = new InMemoryRepeats();
    private final InMemoryRegistrationRequests requests = new InMemoryRegistrationRequests();
    private final InMemoryVault vault = new InMemoryVault();
    private final CrlStore crls = CrlStore.inMemory();
    private final OcspStore ocspAnswers = OcspStore.inMemory();

    @Override
    public UnitOfWork work() {
        return work;
    }

    @Override
    public Systems systems() {
        return systems;
    }

    @Override
    public Vault vault() {
        return vault;
    }

    @Override
    public Refusals refusals() {
        return refusals;
    }

    @Override
    public Counts counts() {
        return counts;
    }

    @Override
    public Trays trays() {
        return trays;
    }

    @Override
    public Seals seals() {
        return seals;
    }

    @Override
    public Webhooks webhooks() {
        return new InMemoryWebhooks(work);
    }

    @Override
    public Repeats repeats() {
        return repeats;
    }

    @Override
    public RegistrationRequests requests() {
        return requests;
    }

    @Override
    public OcspStore ocspAnswers() {
        return ocspAnswers;
    }

    @Override
    public CrlStore crls() {
        return crls;
    }

    @Override
    public int copiesKept() {
        return work.onTables(tables -> tables.copies.size());
    }

    @Override
    public void directoryMoved(DirectoryVersion version) {
        work.directoryMoved(version.number());
    }

    @Override
    public void close() {
        // Nothing stands behind it.
    }
}
