package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.ReceivingSystem;

class MasterKeyTest {
    private static final Map<String, String> SETTINGS = Map.of(
            "database.embedded-binaries",
            Path.of("target", "postgres").toAbsolutePath().toString());

    @TempDir
    Path folder;

    @Test
    void anotherKeyStopsTheStart() throws Exception {
        Path key = folder.resolve("secrets").resolve("master.key");
        try (Administration record = Administration.open(folder, SETTINGS, Progress.silent())) {
            record.systems().save(system("vpcp"), "secret".getBytes(StandardCharsets.UTF_8));
            assertThat(new MasterKeyCheck(record.systems(), key).refusal()).isEmpty();
        }
        Files.writeString(key, "another key, as long as the first");
        try (Administration record = Administration.open(folder, SETTINGS, Progress.silent())) {
            assertThat(new MasterKeyCheck(record.systems(), key).refusal()).hasValueSatisfying(text -> assertThat(text)
                    .contains(key.toString(), "vpcp", "sao lưu", "admin system secret"));
        }
    }

    @Test
    void whatAFullDiskLeavesIsNoKey() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.key"));
        assertThatThrownBy(() -> MasterKeySecretBox.of(empty))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("khóa chủ");
    }

    private static ReceivingSystem system(String id) {
        return new ReceivingSystem(
                id,
                id,
                CallerKind.AGENCY,
                ReceivingSystem.DEFAULT_TIMESTAMP_WINDOW,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                true);
    }
}
