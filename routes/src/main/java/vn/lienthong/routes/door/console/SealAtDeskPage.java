package vn.lienthong.routes.door.console;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.gateway.desk.DeskPurpose;
import vn.lienthong.gateway.desk.HandOff;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.SealDraft;
import vn.lienthong.gateway.tray.SealDraftAtDesk;

/**
 * Ký bằng token tại máy này, for a file of a draft. The token and its PIN are the second factor: none is asked for here.
 */
@Controller
class SealAtDeskPage implements DeskReturn {

    private final FindSealable finding;
    private final SealDraftAtDesk sealing;
    private final DeskJson json;

    SealAtDeskPage(FindSealable finding, SealDraftAtDesk sealing, DeskJson json) {
        this.finding = finding;
        this.sealing = sealing;
        this.json = json;
    }

    @PostMapping("/out-tray/drafts/{id}/files/{number:[0-9]{1,4}}/seal/desk")
    ResponseEntity<byte[]> open(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(defaultValue = "-1") int revision,
            @AuthenticationPrincipal ConsoleUser user)
            throws IOException {
        Draft draft = finding.find(user, id, number);
        if (draft.revision() != revision || !SealDraft.may(draft, number)) {
            return json.refused("told.draft.changed");
        }
        return switch (sealing.open(draft, number, user.actor())) {
            case SealDraftAtDesk.Outcome.Opened opened -> json.opened(opened.opened(), paper(draft, number));
            case SealDraftAtDesk.Outcome.Here here -> json.refused("desk.here");
            case SealDraftAtDesk.Outcome.NotOpened not -> json.refused(Hindrance.of(not.why()));
        };
    }

    /** The document itself carries its number already; an annex is told whose it is. */
    private static Optional<DeskPaper> paper(Draft draft, int number) {
        return number == 0
                ? Optional.empty()
                : Optional.of(new DeskPaper(
                        draft.fields().number() + "/" + draft.fields().notation(), Optional.<LocalDate>empty()));
    }

    @Override
    public Set<DeskPurpose> purposes() {
        return sealing.purposes();
    }

    @Override
    public String page(HandOff handOff) {
        return "/out-tray/drafts/" + SealDraftAtDesk.draft(handOff);
    }

    @Override
    public String told() {
        return "sealed";
    }
}
