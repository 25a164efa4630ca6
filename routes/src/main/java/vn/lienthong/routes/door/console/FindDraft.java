package vn.lienthong.routes.door.console;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftId;
import vn.lienthong.gateway.tray.Drafts;

/** A draft of an agency that the clerk sends for. */
@Component
final class FindDraft {

    private final ReadClerk clerks;
    private final Drafts drafts;

    FindDraft(ReadClerk clerks, Drafts drafts) {
        this.clerks = clerks;
        this.drafts = drafts;
    }

    /** A clerk and a draft that is the clerk's to change. */
    record Found(Clerk clerk, Draft draft) {}

    /** @throws NotFound where there is no such draft, or none for this clerk */
    Found find(ConsoleUser user, String id) {
        return look(user, id).orElseThrow(NotFound::new);
    }

    /** Empty where there is no such draft, or none for this clerk. */
    Optional<Found> look(ConsoleUser user, String id) {
        Clerk clerk = clerks.read(user);
        return drafts.find(NotFound.id(id, DraftId::new))
                .filter(draft -> clerk.sending().contains(draft.agency()))
                .map(draft -> new Found(clerk, draft));
    }

    /** Where a draft that became a document leads. */
    static String sent(Draft draft) {
        return "redirect:/out-tray/" + draft.sent().orElseThrow();
    }
}
