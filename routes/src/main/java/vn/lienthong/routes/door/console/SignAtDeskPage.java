package vn.lienthong.routes.door.console;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.gateway.approval.SignRequestAtDesk;
import vn.lienthong.gateway.approval.SigningRequest;
import vn.lienthong.gateway.desk.DeskPurpose;
import vn.lienthong.gateway.desk.HandOff;

/**
 * Ký bằng token tại máy này, for an officer's own signature. The token and its PIN are the second factor: none is asked for here.
 * What was lined up with others leads on to the next one.
 */
@Controller
class SignAtDeskPage implements DeskReturn {

    private final FindRequest finding;
    private final SignRequestAtDesk signing;
    private final BatchView batches;
    private final DeskJson json;

    SignAtDeskPage(FindRequest finding, SignRequestAtDesk signing, BatchView batches, DeskJson json) {
        this.finding = finding;
        this.signing = signing;
        this.batches = batches;
        this.json = json;
    }

    @PostMapping("/approvals/{id}/desk")
    ResponseEntity<byte[]> open(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String batch,
            @AuthenticationPrincipal ConsoleUser user)
            throws IOException {
        SigningRequest request = finding.find(user, id);
        return switch (signing.open(request, batches.own(user, batch))) {
            case SignRequestAtDesk.Outcome.Opened opened -> json.opened(opened.opened(), Optional.<DeskPaper>empty());
            case SignRequestAtDesk.Outcome.Here here -> json.refused("signing.desk.here");
            case SignRequestAtDesk.Outcome.NotOpened not -> json.refused(Hindrance.of(not));
        };
    }

    @Override
    public Set<DeskPurpose> purposes() {
        return signing.purposes();
    }

    @Override
    public String page(HandOff handOff) {
        return SignRequestAtDesk.batch(handOff)
                .map(batch -> batches.after(SignRequestAtDesk.officer(handOff), batch))
                .orElse("/approvals/" + SignRequestAtDesk.request(handOff));
    }

    @Override
    public String told() {
        return "signing.signed";
    }
}
