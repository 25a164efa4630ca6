package vn.lienthong.gateway.access;

final class InMemoryAccountMandatesTest extends AccountMandatesContract {

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemoryAccountMandates mandates = new InMemoryAccountMandates(accounts);

    @Override
    protected Accounts accounts() {
        return accounts;
    }

    @Override
    protected AccountMandates mandates() {
        return mandates;
    }
}
