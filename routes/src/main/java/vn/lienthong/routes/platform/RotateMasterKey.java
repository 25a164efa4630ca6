package vn.lienthong.routes.platform;

import java.nio.file.Path;
import java.time.Clock;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.SealedSecrets;
import vn.lienthong.gateway.access.SecretBox;

/**
 * A new master key. It is on disk before a secret lies under it, and the old one until none does: after a power cut at any
 * point every secret opens, and the same command finishes what it began. Its line in the journal is there when the secrets are.
 */
public final class RotateMasterKey {

    private final Path file;
    private final SealedSecrets secrets;
    private final AccessEvents events;
    private final String actor;
    private final Clock clock;

    /** @param actor as the journal names who does it */
    RotateMasterKey(Path file, SealedSecrets secrets, AccessEvents events, String actor, Clock clock) {
        this.file = file;
        this.secrets = secrets;
        this.events = events;
        this.actor = actor;
        this.clock = clock;
    }

    /** Does it; gives how many secrets there were. */
    public int rotate() {
        SecretBox old = new KeyFileSecretBox(file, secrets::count);
        SecretBox next = new MasterKeySecretBox(MasterKeyFile.readOrMake(MasterKeyFile.next(file)));
        int count = events.together(() -> resealed(old, next));
        MasterKeyFile.advance(file);
        return count;
    }

    private int resealed(SecretBox old, SecretBox next) {
        int count = secrets.reseal(old, next);
        String detail = count + " secrets";
        events.add(new AccessEvent(clock.instant(), actor, AccessAct.MASTER_KEY_ROTATED, "master-key", detail));
        return count;
    }
}
