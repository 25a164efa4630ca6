package vn.lienthong.gateway.access;

class InMemorySessionsTest extends SessionsContract {

    private final Accounts accounts = new InMemoryAccounts();
    private final Sessions sessions = new InMemorySessions(accounts);

    InMemorySessionsTest() {
        accounts.save(new Account("an.nv", "An", Role.OPERATOR, false, true), "{x}");
    }

    @Override
    protected Sessions sessions() {
        return sessions;
    }

    @Override
    protected Accounts accounts() {
        return accounts;
    }
}
