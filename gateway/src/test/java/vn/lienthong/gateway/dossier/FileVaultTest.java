package vn.lienthong.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.digest.Sha256;

final class FileVaultTest extends VaultContract {

    @TempDir
    private Path folder;

    private Optional<Vault> opened = Optional.empty();

    @Override
    protected Vault vault() throws IOException {
        if (opened.isEmpty()) {
            opened = Optional.of(reopened());
        }
        return opened.get();
    }

    @Override
    protected Vault reopened() throws IOException {
        return new FileVault(folder.resolve("vault"), Runnable::run);
    }

    @Override
    protected void makeOld(Sha256 digest) throws IOException {
        age(vault().file(digest).orElseThrow());
    }

    @Override
    protected void makeHalfWrittenOld() throws IOException {
        try (var parts = Files.list(folder.resolve("vault/spool"))) {
            for (Path part : parts.toList()) {
                age(part);
            }
        }
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(AGE).minusSeconds(60)));
    }

    @Override
    protected int rounds() {
        return 2_000;
    }

    @Override
    protected long stored() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void whatACrashLeftHalfWrittenIsGoneAfterTheStart() throws IOException {
        vault();
        Files.write(folder.resolve("vault/spool/in1.part"), new byte[10]);
        reopened();
        assertThat(stored()).isZero();
    }
}
