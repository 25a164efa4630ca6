package vn.lienthong.routes.door.console;

import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.gateway.desk.HandOff;
import vn.lienthong.gateway.desk.HandOffId;
import vn.lienthong.gateway.desk.HandOffState;
import vn.lienthong.gateway.desk.HandOffs;
import vn.lienthong.gateway.desk.OpenHandOff;

/** How a person's own hand-offs stand; nobody else's are there for him. */
@Controller
class DeskPages {

    private final HandOffs handOffs;
    private final OpenHandOff opening;
    private final DeskJson json;
    private final List<DeskReturn> returns;
    private final Clock clock;

    DeskPages(HandOffs handOffs, OpenHandOff opening, DeskJson json, List<DeskReturn> returns, Clock clock) {
        this.handOffs = handOffs;
        this.opening = opening;
        this.json = json;
        this.returns = List.copyOf(returns);
        this.clock = clock;
    }

    @GetMapping("/desk/{id}")
    ResponseEntity<byte[]> state(@PathVariable String id, @AuthenticationPrincipal ConsoleUser user) {
        HandOff handOff = find(id, user);
        return json.state(handOff, handOff.stateAt(clock.instant()));
    }

    @PostMapping("/desk/{id}/cancel")
    ResponseEntity<byte[]> cancel(@PathVariable String id, @AuthenticationPrincipal ConsoleUser user) {
        HandOff handOff = find(id, user);
        opening.cancel(handOff);
        HandOff after = find(id, user);
        return json.state(after, after.stateAt(clock.instant()));
    }

    /** Back to what it was for, which tells that it is done. */
    @GetMapping("/desk/{id}/done")
    String done(@PathVariable String id, @AuthenticationPrincipal ConsoleUser user, RedirectAttributes redirected) {
        HandOff handOff = find(id, user);
        DeskReturn way = returns.stream()
                .filter(one -> one.purposes().contains(handOff.purpose()))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (handOff.state() == HandOffState.RETURNED) {
            redirected.addFlashAttribute("told", way.told());
        }
        return "redirect:" + way.page(handOff);
    }

    private HandOff find(String id, ConsoleUser user) {
        return handOffs.find(NotFound.id(id, HandOffId::new))
                .filter(handOff -> handOff.user().equals(user.actor()))
                .orElseThrow(NotFound::new);
    }
}
