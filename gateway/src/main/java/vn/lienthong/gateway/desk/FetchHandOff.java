package vn.lienthong.gateway.desk;

import java.time.Clock;
import java.util.Optional;

/** The program at the desk fetches the file, once. */
public final class FetchHandOff {

    private final HandOffs handOffs;
    private final Clock clock;

    public FetchHandOff(HandOffs handOffs, Clock clock) {
        this.handOffs = handOffs;
        this.clock = clock;
    }

    /** The hand-off whose file it is; empty where the secret is none, was used, or came too late. */
    public Optional<HandOff> fetch(DeskSecret secret) {
        return handOffs.fetch(secret.digest(), clock.instant());
    }
}
