package vn.lienthong.routes.door.console;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.Drafts;
import vn.lienthong.routes.platform.GatewayConfiguration;

/** Keeps a new draft, as long as its agency has not too many. */
@Component
final class BeginDraft {

    private final Drafts drafts;
    private final int most;

    BeginDraft(Drafts drafts, GatewayConfiguration configuration) {
        this.drafts = drafts;
        this.most = configuration.tray().maxDrafts();
    }

    /** Whether it was kept. */
    boolean begin(Draft draft) {
        boolean room = drafts.open(Set.of(draft.agency()), most).size() < most;
        if (room) {
            drafts.add(draft);
        }
        return room;
    }
}
