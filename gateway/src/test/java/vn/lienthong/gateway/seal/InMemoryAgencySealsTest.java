package vn.lienthong.gateway.seal;

final class InMemoryAgencySealsTest extends AgencySealsContract {

    private final InMemoryAgencySeals seals = new InMemoryAgencySeals();

    @Override
    protected AgencySeals seals() {
        return seals;
    }
}
