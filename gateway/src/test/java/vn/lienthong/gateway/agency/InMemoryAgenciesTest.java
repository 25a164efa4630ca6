package vn.lienthong.gateway.agency;

final class InMemoryAgenciesTest extends AgenciesContract {

    private final InMemoryAgencies agencies = new InMemoryAgencies();

    @Override
    protected Agencies agencies() {
        return agencies;
    }

    @Override
    protected Agencies anotherNode() {
        return agencies;
    }
}
