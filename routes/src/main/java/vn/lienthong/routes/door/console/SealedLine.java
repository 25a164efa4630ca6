package vn.lienthong.routes.door.console;

import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.SealDraft;
import vn.lienthong.gateway.tray.SealDrafts;

/**
 * What came of a file.
 *
 * @param file empty where the draft as a whole was left alone
 * @param sealed whether it carries the seal now
 * @param hindrance why not; null where it does, or the draft was changed meanwhile
 */
record SealedLine(Draft draft, String file, boolean sealed, @Nullable Hindrance hindrance) {

    static SealedLine of(SealDrafts.Result result) {
        String file = result.draft().files().get(result.number()).name();
        return switch (result.outcome()) {
            case SealDraft.Outcome.Sealed sealed -> new SealedLine(result.draft(), file, true, null);
            case SealDraft.Outcome.Changed changed -> new SealedLine(result.draft(), file, false, null);
            case SealDraft.Outcome.NotSealed not ->
                new SealedLine(result.draft(), file, false, Hindrance.of(not.why()));
        };
    }

    static SealedLine changed(Draft draft) {
        return new SealedLine(draft, "", false, null);
    }
}
