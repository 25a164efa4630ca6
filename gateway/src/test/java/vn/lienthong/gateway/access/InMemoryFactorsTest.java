package vn.lienthong.gateway.access;

class InMemoryFactorsTest extends FactorsContract {

    @Override
    protected Factors factors() {
        return new InMemoryFactors();
    }
}
