package vn.lienthong.gateway.desk;

final class InMemoryHandOffsTest extends HandOffsContract {

    private final HandOffs handOffs = new InMemoryHandOffs();

    @Override
    protected HandOffs handOffs() {
        return handOffs;
    }
}
