package vn.lienthong.gateway.seal;

final class InMemorySystemSignaturesTest extends SystemSignaturesContract {

    private final SystemSignatures signatures = new InMemorySystemSignatures();

    @Override
    protected SystemSignatures signatures() {
        return signatures;
    }
}
