package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Factors;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Role;
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
            assertThat(record.masterKeyCheck().refusal()).isEmpty();
        }
        Files.writeString(key, "another key, as long as the first");
        try (Administration record = Administration.open(folder, SETTINGS, Progress.silent())) {
            assertThat(record.masterKeyCheck().refusal()).hasValueSatisfying(text -> assertThat(text)
                    .contains(key.toString(), "vpcp", "sao lưu", "admin system secret"));
        }
    }

    @Test
    void aReplacedKeyIsTakenUpByWhoIsRunning() throws Exception {
        Path key = folder.resolve("secrets").resolve("master.key");
        try (Administration record = Administration.open(folder, SETTINGS, Progress.silent())) {
            SecretBox running = MasterKeySecretBox.of(key, () -> 0);
            byte[] before = running.seal(new byte[] {1});
            record.systems().save(system("vpcp"), new byte[] {2});
            String old = Files.readString(key);
            assertThat(record.rotateMasterKey().rotate()).isEqualTo(1);
            assertThat(Files.readString(key)).isNotEqualTo(old);
            assertThat(MasterKeyFile.next(key)).doesNotExist();
            assertThat(record.systems().secret("vpcp")).contains(new byte[] {2});
            byte[] after = running.seal(new byte[] {3});
            assertThat(MasterKeySecretBox.of(key, () -> 0).open(after)).containsExactly(3);
            assertThat(running.open(before)).as("sealed by who was late").containsExactly(1);
            Files.delete(MasterKeyFile.previous(key));
            assertThatThrownBy(() -> MasterKeySecretBox.of(key, () -> 0).open(before))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void secretsThatDoNotOpenLeaveNoLine() throws Exception {
        Path key = folder.resolve("secrets").resolve("master.key");
        try (Administration record = Administration.open(folder, SETTINGS, Progress.silent())) {
            record.systems().save(system("vpcp"), new byte[] {2});
            String right = Files.readString(key);
            Files.writeString(key, "another key, as long as the first");
            assertThatThrownBy(() -> record.rotateMasterKey().rotate()).isInstanceOf(IllegalStateException.class);
            assertThat(rotations(record)).isZero();
            Files.writeString(key, right);
            record.rotateMasterKey().rotate();
            assertThat(rotations(record)).isEqualTo(1);
        }
    }

    private static long rotations(Administration record) {
        return record.people().events().latest(99).stream()
                .filter(event -> event.name().equals("MASTER_KEY_ROTATED"))
                .filter(event -> event.detail().equals("1 secrets"))
                .count();
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
            assertThat(record.masterKeyCheck().refusal()).isEmpty();
            assertThat(record.rotateMasterKey().rotate()).isEqualTo(1);
            Files.delete(MasterKeyFile.previous(key));
            assertThat(record.systems().secret("vpcp")).contains(new byte[] {2});
        }
    }

    @Test
    void whatAFullDiskLeavesIsNoKey() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.key"));
        assertThatThrownBy(() -> MasterKeySecretBox.of(empty, () -> 0))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("khóa chủ");
    }

    @Test
    void aKeyThatGetsLostIsNotMadeAnew() throws Exception {
        Path key = folder.resolve("lost.key");
        SecretBox running = MasterKeySecretBox.of(key, () -> 0);
        Files.delete(key);
        assertThatThrownBy(() -> running.seal(new byte[] {1}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lost.key");
        assertThat(key).doesNotExist();
    }

    @Test
    void aLostKeyIsMadeAnewOnlyWhileNothingLiesUnderIt() throws Exception {
        Path key = folder.resolve("secrets").resolve("master.key");
        try (Administration record = Administration.open(folder, SETTINGS, Progress.silent())) {
            assertThat(record.systems().all()).isEmpty();
            Files.delete(key);
            record.systems().save(system("vpcp"), new byte[] {2});
            assertThat(key).as("a first start").exists();
            Files.delete(key);
            assertThatThrownBy(record::systems)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(key.toString())
                    .hasMessageContaining("1 khóa bí mật")
                    .hasMessageContaining("sao lưu");
            assertThat(key).doesNotExist();
        }
    }

    @Test
    void aSecondFactorUnderAnotherKeyStopsTheStart() throws Exception {
        Path key = folder.resolve("secrets").resolve("master.key");
        try (Administration record = Administration.open(folder, SETTINGS, Progress.silent())) {
            record.accounts().save(new Account("an.nv", "An", Role.CLERK, false, true), "{x}");
            Instant now = record.clock().instant();
            record.people().factors().set("an.nv", new Factors.Fresh(new byte[20], 1, Set.of()), now);
            assertThat(record.masterKeyCheck().refusal()).isEmpty();
            Files.writeString(key, "another key, as long as the first");
            assertThat(record.masterKeyCheck().refusal()).hasValueSatisfying(text -> assertThat(text)
                    .contains(key.toString(), "account_factor.secret", "sao lưu"));
        }
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
