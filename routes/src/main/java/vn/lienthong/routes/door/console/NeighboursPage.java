package vn.lienthong.routes.door.console;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.Neighbours;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.delivery.NeighbourRounds;

/** The gateways and axes that we call: last contact, what waits there, what would not come. */
@Controller
class NeighboursPage {

    private final Neighbours neighbours;
    private final Systems systems;
    private final NeighbourRounds rounds;

    NeighboursPage(Neighbours neighbours, Systems systems, NeighbourRounds rounds) {
        this.neighbours = neighbours;
        this.systems = systems;
        this.rounds = rounds;
    }

    /** A neighbour on the page. */
    record Line(
            String systemId,
            String name,
            boolean enabled,
            String host,
            NeighbourRounds.Progress progress,
            List<NeighbourRounds.Stuck> stuck) {}

    @GetMapping("/neighbours")
    String list(Model model) {
        model.addAttribute(
                "neighbours", neighbours.all().stream().map(this::line).toList());
        return "console/neighbours";
    }

    private Line line(Neighbour neighbour) {
        String id = neighbour.systemId();
        ReceivingSystem system = systems.find(id).orElseThrow(NotFound::new);
        return new Line(
                id,
                system.name(),
                system.enabled(),
                String.valueOf(neighbour.address().getHost()),
                rounds.find(id).orElseThrow(NotFound::new),
                rounds.stuck(id).stream().limit(ListPages.MOST).toList());
    }
}
