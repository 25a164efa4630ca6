package vn.lienthong.routes.door;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.routes.door.Places.Taking.ENOUGH;
import static vn.lienthong.routes.door.Places.Taking.FULL;
import static vn.lienthong.routes.door.Places.Taking.TAKEN;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final Optional<String> A = Optional.of("a");
    private static final Optional<String> B = Optional.of("b");

    private final Places places = new Places(3, 2);

    @Test
    void oneCallerLeavesRoomForAnother() {
        assertThat(places.take(A)).isEqualTo(TAKEN);
        assertThat(places.take(A)).isEqualTo(TAKEN);
        assertThat(places.take(A)).isEqualTo(ENOUGH);
        assertThat(places.take(B)).isEqualTo(TAKEN);
        assertThat(places.take(B)).isEqualTo(FULL);
        places.giveBack(A);
        assertThat(places.take(B)).isEqualTo(TAKEN);
        assertThat(places.take(A)).isEqualTo(FULL);
    }

    @Test
    void whatNobodySendsHasNoShareOfItsOwn() {
        for (int i = 0; i < 3; i++) {
            assertThat(places.take(Optional.empty())).isEqualTo(TAKEN);
        }
        assertThat(places.take(Optional.empty())).isEqualTo(FULL);
        places.giveBack(Optional.empty());
        assertThat(places.take(A)).isEqualTo(TAKEN);
    }
}
