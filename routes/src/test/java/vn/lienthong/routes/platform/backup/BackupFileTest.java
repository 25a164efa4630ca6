package vn.lienthong.routes.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.routes.platform.Migrations;
import vn.lienthong.routes.platform.Progress;

class BackupFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aFileThatIsSweptMeanwhileLeavesNoPartAndTheBackupStaysWhole() throws IOException {
        Path there = Files.writeString(folder.resolve("co"), "văn bản");
        Sha256 digest = Sha256.of("văn bản".getBytes(StandardCharsets.UTF_8));
        Path file = folder.resolve("sao-luu.zip");
        try (BackupFile backup = BackupFile.begin(file)) {
            assertThat(backup.addFile(Manifest.VAULT + "0".repeat(64), folder.resolve("swept")))
                    .isEmpty();
            assertThat(backup.addFile(Manifest.VAULT + digest.hex(), there)).isPresent();
            backup.finish(new Manifest(
                    Manifest.FORMAT,
                    "1",
                    "G22",
                    "2026-11-26T00:00:00Z",
                    List.of(new Migrations.Step("1", 1)),
                    List.of(),
                    List.of(),
                    new Manifest.VaultPart(false, 1, 9, List.of()),
                    List.of()));
        }
        CheckBackup.Sound sound = new CheckBackup(Progress.silent()).check(file);
        assertThat(sound.documents()).isEqualTo(1);
        assertThat(sound.missing()).isEmpty();
    }
}
