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
import vn.lienthong.gateway.access.SecretBox;

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
    void aReplacedKeyIsTakenUpByWhoIsRunning() throws Exception {
        Path key = folder.resolve("secrets").resolve("master.key");
        try (Administration record = Administration.open(folder, SETTINGS, Progress.silent())) {
            SecretBox running = MasterKeySecretBox.of(key);
            byte[] before = running.seal(new byte[] {1});
            record.systems().save(system("vpcp"), new byte[] {2});
            String old = Files.readString(key);
            assertThat(record.rotateMasterKey().rotate()).isEqualTo(1);
            assertThat(Files.readString(key)).isNotEqualTo(old);
            assertThat(MasterKeyFile.next(key)).doesNotExist();
            assertThat(record.systems().secret("vpcp")).contains(new byte[] {2});
            byte[] after = running.seal(new byte[] {3});
            assertThat(MasterKeySecretBox.of(key).open(after)).containsExactly(3);
            assertThat(running.open(before)).as("sealed by who was late").containsExactly(1);
            Files.delete(MasterKeyFile.previous(key));
            assertThatThrownBy(() -> MasterKeySecretBox.of(key).open(before)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aPowerCutInTheMiddleLosesNothing() throws Exception {
        Path key = folder.resolve("secrets").resolve("master.key");
        try (Administration record = Administration.open(folder, SETTINGS, Progress.silent())) {
            record.systems().save(system("vpcp"), new byte[] {2});
            String old = Files.readString(key);
            record.rotateMasterKey().rotate();
            // As it was between the commit and the move: the secrets under the next key, the file still the old one.
            Files.move(key, MasterKeyFile.next(key));
            Files.writeString(key, old);
            Files.delete(MasterKeyFile.previous(key));
            assertThat(record.systems().secret("vpcp")).contains(new byte[] {2});
            assertThat(new MasterKeyCheck(record.systems(), key).refusal()).isEmpty();
            assertThat(record.rotateMasterKey().rotate()).isEqualTo(1);
            Files.delete(MasterKeyFile.previous(key));
            assertThat(record.systems().secret("vpcp")).contains(new byte[] {2});
        }
    }

    @Test
    void whatAFullDiskLeavesIsNoKey() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.key"));
        assertThatThrownBy(() -> MasterKeySecretBox.of(empty))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("khóa chủ");
    }

    @Test
    void aKeyThatGetsLostIsNotMadeAnew() throws Exception {
        Path key = folder.resolve("lost.key");
        SecretBox running = MasterKeySecretBox.of(key);
        Files.delete(key);
        assertThatThrownBy(() -> running.seal(new byte[] {1}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lost.key");
        assertThat(key).doesNotExist();
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
