package vn.lienthong.routes.door.console;

import org.springframework.stereotype.Component;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.SealDraft;

/** A draft whose files the clerk may put the agency's seal on: with the right SEAL for the body that sends it today. */
@Component
final class FindSealable {

    private final FindDraft finding;
    private final SealDraft sealing;

    FindSealable(FindDraft finding, SealDraft sealing) {
        this.finding = finding;
        this.sealing = sealing;
    }

    boolean may(Clerk clerk, Draft draft) {
        return clerk.caller().may(Right.SEAL, sealing.sealer(draft), clerk.now());
    }

    /** @throws NotFound where there is no such draft or file, or not for this clerk to seal */
    Draft find(ConsoleUser user, String id, int number) {
        FindDraft.Found found = finding.find(user, id);
        if (number >= found.draft().files().size() || !may(found.clerk(), found.draft())) {
            throw new NotFound();
        }
        return found.draft();
    }
}
