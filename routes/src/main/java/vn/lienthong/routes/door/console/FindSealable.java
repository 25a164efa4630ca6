package vn.lienthong.routes.door.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.approval.Standing;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftId;
import vn.lienthong.gateway.tray.SealDraft;
import vn.lienthong.gateway.tray.SealDrafts;

/** A draft whose files the clerk may put the agency's seal on: with the right SEAL for the body that sends it today. */
@Component
final class FindSealable {

    private final FindDraft finding;
    private final SealDraft sealing;
    private final DraftSigning signing;

    FindSealable(FindDraft finding, SealDraft sealing, DraftSigning signing) {
        this.finding = finding;
        this.sealing = sealing;
        this.signing = signing;
    }

    /**
     * What was sealed becomes again what it was before.
     *
     * @return false where it could not
     * @throws NotFound for who may not seal it
     */
    boolean undo(Clerk clerk, Draft draft, String file, String actor) {
        if (!may(clerk, draft)) {
            throw new NotFound();
        }
        return file.matches("[0-9]{1,4}")
                && Integer.parseInt(file) < draft.files().size()
                && sealing.undo(draft, Integer.parseInt(file), actor);
    }

    boolean may(Clerk clerk, Draft draft) {
        return signing.held(draft).isEmpty() && holdsSeal(clerk, draft);
    }

    private boolean holdsSeal(Clerk clerk, Draft draft) {
        return clerk.caller().may(Right.SEAL, sealing.sealer(draft), clerk.now());
    }

    /**
     * The drafts with a file that the clerk may put the seal on now.
     *
     * @param standings how the latest request of each stands, where it has one
     */
    Set<DraftId> among(Clerk clerk, List<Draft> drafts, Map<DraftId, Standing> standings) {
        return drafts.stream()
                .filter(draft -> standings.get(draft.id()) != Standing.ASKED)
                .filter(draft -> !SealDrafts.files(draft).isEmpty() && holdsSeal(clerk, draft))
                .map(Draft::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws NotFound where there is no such draft or file, or not for this clerk to seal */
    Draft find(ConsoleUser user, String id, int number) {
        return look(user, id, number).orElseThrow(NotFound::new);
    }

    /** Empty where there is no such draft or file, or not for this clerk to seal. */
    Optional<Draft> look(ConsoleUser user, String id, int number) {
        return finding.look(user, id)
                .filter(found -> number < found.draft().files().size() && may(found.clerk(), found.draft()))
                .map(FindDraft.Found::draft);
    }
}
