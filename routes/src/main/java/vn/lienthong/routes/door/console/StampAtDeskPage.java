package vn.lienthong.routes.door.console;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.lienthong.gateway.desk.DeskPurpose;
import vn.lienthong.gateway.desk.HandOff;
import vn.lienthong.gateway.tray.StampAtDesk;
import vn.lienthong.gateway.tray.StampIncoming;

/** Ký bằng token tại máy này, for the incoming stamp. The token and its PIN are the second factor: none is asked for here. */
@Controller
class StampAtDeskPage implements DeskReturn {

    private final FindStampable finding;
    private final StampPage page;
    private final StampAtDesk stamping;
    private final DeskJson json;

    StampAtDeskPage(FindStampable finding, StampPage page, StampAtDesk stamping, DeskJson json) {
        this.finding = finding;
        this.page = page;
        this.stamping = stamping;
        this.json = json;
    }

    @PostMapping("/in-tray/{id}/stamp/desk")
    ResponseEntity<byte[]> open(@PathVariable String id, StampForm form, @AuthenticationPrincipal ConsoleUser user)
            throws IOException {
        FindStampable.Found found = finding.find(user, id);
        List<String> wrong = form.wrong(found.came(), StampPage.today(found));
        if (!wrong.isEmpty()) {
            return json.refused(wrong.getFirst());
        }
        AtomicReference<ResponseEntity<byte[]>> answer = new AtomicReference<>();
        finding.look(found, StampPage.file(form), (pdfs, chosen) -> {
            if (chosen != null && chosen.number() == StampPage.file(form)) {
                answer.set(open(page.wish(found, form, chosen.content(), chosen.name())));
            }
        });
        return Optional.ofNullable(answer.get()).orElseThrow(NotFound::new);
    }

    private ResponseEntity<byte[]> open(StampIncoming.Wish wish) throws IOException {
        return switch (stamping.open(wish)) {
            case StampAtDesk.Outcome.Opened opened ->
                json.opened(
                        opened.opened(),
                        Optional.of(new DeskPaper(wish.number().text(), Optional.<LocalDate>of(wish.date()))));
            case StampAtDesk.Outcome.Here here -> json.refused("desk.here");
            case StampAtDesk.Outcome.NotOpened not ->
                not.why() instanceof StampIncoming.Outcome.NotSealed sealing
                        ? json.refused(Hindrance.of(sealing.why()))
                        : json.refused("desk.stamp." + not.why().getClass().getSimpleName());
        };
    }

    @Override
    public Set<DeskPurpose> purposes() {
        return stamping.purposes();
    }

    @Override
    public String page(HandOff handOff) {
        return "/in-tray/" + StampAtDesk.delivery(handOff);
    }

    @Override
    public String told() {
        return "stamped";
    }
}
