package vn.lienthong.routes.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DigestTree;
import vn.lienthong.gateway.jdbc.PostgresReferences;
import vn.lienthong.routes.platform.DatabaseAddress;
import vn.lienthong.routes.platform.Progress;

/** Copies the bytes that a snapshot names, and checks each against its digest on the way. */
final class CopyVault {
    /** A line of progress for about this many. */
    private static final long STRIDE_FILES = 5_000;

    private final DigestTree vault;
    private final DatabaseAddress address;
    private final Progress progress;
    private final List<String> missing = new ArrayList<>();
    private long files;
    private long bytes;

    CopyVault(Path folder, DatabaseAddress address, Progress progress) {
        this.vault = new DigestTree(folder);
        this.address = address;
        this.progress = progress;
    }

    Manifest.VaultPart copy(Snapshot snapshot, BackupFile backup) throws SQLException, IOException {
        snapshot.eachNamed((digest, needed) -> copy(new Sha256(digest), needed, backup));
        progress.say("kho văn bản: " + files + " tệp, " + bytes / (1024 * 1024) + " MB");
        return new Manifest.VaultPart(false, files, bytes, List.copyOf(missing));
    }

    private void copy(Sha256 digest, boolean needed, BackupFile backup) throws IOException {
        Optional<Manifest.Part> added = backup.addFile(Manifest.VAULT + digest.hex(), vault.path(digest));
        if (added.isEmpty()) {
            if (needed && isStillNamed(digest)) {
                missing.add(digest.hex());
            }
            return;
        }
        Manifest.Part part = added.get();
        if (!part.sha256().equals(digest.hex())) {
            missing.add(digest.hex());
        }
        bytes += part.bytes();
        if (++files % STRIDE_FILES == 0) {
            progress.say("kho văn bản: " + files + " tệp, " + bytes / (1024 * 1024) + " MB…");
        }
    }

    /** A draft that was thrown away since the snapshot takes its bytes with it. */
    private boolean isStillNamed(Sha256 digest) {
        return !new PostgresReferences(Jdbi.create(address.url(), address.user(), address.password()))
                .among(Set.of(digest), Duration.ZERO)
                .isEmpty();
    }
}
