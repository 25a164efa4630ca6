package vn.lienthong.gateway.dossier;

import vn.lienthong.gateway.dossier.opinion.Opinions;
import vn.lienthong.gateway.evidence.Entries;
import vn.lienthong.gateway.status.Statuses;
import vn.lienthong.gateway.tray.IncomingStamps;
import vn.lienthong.gateway.webhook.News;

/** The stores inside one {@link UnitOfWork}. */
public interface Transaction {

    Dossiers dossiers();

    Deliveries deliveries();

    Entries entries();

    Statuses statuses();

    Alerts alerts();

    News news();

    IncomingStamps stamps();

    Opinions opinions();

    /**
     * The number of the directory's newest version, on any node. No newer one is committed before this transaction ends:
     * what was resolved by this version may be recorded.
     */
    long directoryVersion();
}
