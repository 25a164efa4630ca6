package vn.lienthong.routes.platform;

import java.nio.file.Path;
import vn.lienthong.gateway.access.SealedSecrets;
import vn.lienthong.gateway.access.SecretBox;

/**
 * A new master key. It is on disk before a secret lies under it, and the old one until none does: after a power cut at any
 * point every secret opens, and the same command finishes what it began.
 */
public final class RotateMasterKey {

    private final Path file;
    private final SealedSecrets secrets;

    RotateMasterKey(Path file, SealedSecrets secrets) {
        this.file = file;
        this.secrets = secrets;
    }

    /** Does it; gives how many secrets there were. */
    public int rotate() {
        SecretBox old = new KeyFileSecretBox(file, secrets::count);
        int count = secrets.reseal(old, new MasterKeySecretBox(MasterKeyFile.readOrMake(MasterKeyFile.next(file))));
        MasterKeyFile.advance(file);
        return count;
    }
}
