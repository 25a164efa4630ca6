package vn.lienthong.gateway.access;

class InMemoryAccountsTest extends AccountsContract {

    @Override
    protected Accounts accounts() {
        return new InMemoryAccounts();
    }
}
