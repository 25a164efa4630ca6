package vn.lienthong.gateway.access;

class InMemoryInvitesTest extends InvitesContract {

    private final Accounts accounts = new InMemoryAccounts();
    private final Invites invites = new InMemoryInvites(accounts, new InMemoryFactors());

    @Override
    protected Invites invites() {
        return invites;
    }

    @Override
    protected Accounts accounts() {
        return accounts;
    }
}
