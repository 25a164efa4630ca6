package vn.lienthong.routes.command.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeftToDoTest {
    private static final Path DATA = Path.of("/srv/lienthong");

    @Test
    void saysWhereTheMasterKeyMustGoAndWhichRightsCameBack() {
        assertThat(new LeftToDo(true, DATA, Optional.of(Path.of("/etc/lienthong/master.key"))).lines())
                .anyMatch(line -> line.contains("TRƯỚC khi chạy")
                        && line.contains("/etc/lienthong/master.key")
                        && line.contains("/srv/lienthong/secrets/master.key"))
                .anyMatch(line -> line.contains("khóa tài khoản") && line.contains("mã khôi phục"));
        assertThat(new LeftToDo(true, DATA, Optional.empty()).lines())
                .noneMatch(line -> line.contains("TRƯỚC khi chạy"));
        assertThat(new LeftToDo(false, DATA, Optional.empty()).lines().getFirst())
                .contains("TRƯỚC khi chạy", "seal.p12");
    }
}
