package vn.lienthong.gateway.access;

class InMemoryIdentitiesTest extends IdentitiesContract {

    private final Identities identities = new InMemoryIdentities();

    @Override
    protected Identities identities() {
        return identities;
    }
}
