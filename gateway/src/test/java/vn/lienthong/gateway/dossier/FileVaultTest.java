package vn.lienthong.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
