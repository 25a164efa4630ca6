package vn.lienthong.gateway.dossier;

import vn.lienthong.gateway.access.RegistrationRequests;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.DirectoryVersion;
import vn.lienthong.gateway.evidence.Seals;
import vn.lienthong.gateway.signature.path.CrlStore;
import vn.lienthong.gateway.signature.path.OcspStore;
import vn.lienthong.gateway.tray.Trays;
import vn.lienthong.gateway.webhook.Webhooks;

/** Everything that the gateway keeps, on one kind of store: what a contract is tried on and a use case stands on. */
public interface Stores extends AutoCloseable {

    UnitOfWork work();

    Systems systems();

    Vault vault();

    Refusals refusals();

    Counts counts();

    Trays trays();

    Seals seals();

    RegistrationRequests requests();

    Repeats repeats();

    Webhooks webhooks();

    CrlStore crls();

    OcspStore ocspAnswers();

    /** How many received copies were noted, for all dossiers together. */
    int copiesKept();

    /** Notes that a version of the directory is on record, without its rows. */
    void directoryMoved(DirectoryVersion version);

    @Override
    void close();
}
