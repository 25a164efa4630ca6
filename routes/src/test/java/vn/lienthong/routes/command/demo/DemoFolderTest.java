package vn.lienthong.routes.command.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.routes.platform.StartRefused;

class DemoFolderTest {
    @Test
    void leavesTheDataOfARealGatewayAlone(@TempDir Path data) throws IOException {
        Files.createDirectory(data.resolve("postgres"));
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> DemoFolder.in(data))
                .withMessageContaining("không phải của lệnh demo");
    }

    @Test
    void takesAnEmptyFolderAndItsOwn(@TempDir Path data) throws IOException {
        DemoFolder.in(data).secret("any");
        Files.createDirectory(data.resolve("postgres"));
        assertThat(DemoFolder.in(data).own()).isDirectory();
    }

    @Test
    void countsTheRunsAndKeepsTheSecrets(@TempDir Path data) throws IOException {
        String secret = DemoFolder.in(data).secret("any");
        assertThat(DemoFolder.in(data).nextRun()).isEqualTo(1);
        assertThat(DemoFolder.in(data).nextRun()).isEqualTo(2);
        assertThat(DemoFolder.in(data).secret("any"))
                .isEqualTo(secret)
                .isNotEqualTo(DemoFolder.in(data).secret("other"));
    }
}
