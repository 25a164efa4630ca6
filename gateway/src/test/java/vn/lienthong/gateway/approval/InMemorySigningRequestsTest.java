package vn.lienthong.gateway.approval;

import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.InMemoryAccounts;
import vn.lienthong.gateway.tray.Drafts;
import vn.lienthong.gateway.tray.InMemoryDrafts;

final class InMemorySigningRequestsTest extends SigningRequestsContract {

    private final Accounts accounts = new InMemoryAccounts();
    private final InMemoryDrafts drafts = new InMemoryDrafts();
    private final SigningRequests requests = new InMemorySigningRequests(drafts);
    private final SigningBatches batches = new InMemorySigningBatches();

    @Override
    protected Accounts accounts() {
        return accounts;
    }

    @Override
    protected Drafts drafts() {
        return drafts;
    }

    @Override
    protected SigningRequests requests() {
        return requests;
    }

    @Override
    protected SigningBatches batches() {
        return batches;
    }
}
