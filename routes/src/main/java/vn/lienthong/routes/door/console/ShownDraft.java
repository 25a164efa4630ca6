package vn.lienthong.routes.door.console;

import java.util.List;
import vn.lienthong.gateway.tray.Draft;

/** A draft as it was shown to who confirms: one that was changed since is not what was confirmed. */
record ShownDraft(String id, String revision) {

    /** As the form writes it: {@code id:revision}. */
    static ShownDraft of(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new ShownDraft(text, "")
                : new ShownDraft(text.substring(0, colon), text.substring(colon + 1));
    }

    static boolean amid(List<ShownDraft> shown, Draft draft) {
        return shown.contains(new ShownDraft(draft.id().toString(), Integer.toString(draft.revision())));
    }
}
