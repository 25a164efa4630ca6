package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShownRequestTest {

    @Test
    void aFieldIsADocumentAndItsFile() {
        assertThat(ShownRequest.all(List.of("a:1", "b", ":")))
                .containsExactly(new ShownRequest("a", "1"), new ShownRequest("b", ""), new ShownRequest("", ""));
        assertThat(ShownRequest.all(null)).isEmpty();
    }
}
