package vn.lienthong.routes.door.console;

import org.springframework.stereotype.Component;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.tray.TrayItem;
import vn.lienthong.gateway.tray.Trays;

/** A document of a clerk's own in-trays; of others nobody is even told that it is there. */
@Component
final class FindInTray {

    private final ReadClerk clerks;
    private final Trays trays;

    FindInTray(ReadClerk clerks, Trays trays) {
        this.clerks = clerks;
        this.trays = trays;
    }

    /** A clerk and a document that lies in one of the clerk's trays. */
    record Found(Clerk clerk, TrayItem item) {

        /** Whether the clerk may also answer for the agency. */
        boolean answers() {
            return clerk.answering().contains(item.agency());
        }
    }

    /** @throws NotFound where there is no such document, or none for this clerk */
    Found find(ConsoleUser user, String id) {
        Clerk clerk = clerks.read(user);
        return trays.find(clerk.reading(), NotFound.id(id, DeliveryId::new))
                .filter(item -> clerk.writes() || item.opened())
                .map(item -> new Found(clerk, item))
                .orElseThrow(NotFound::new);
    }
}
