package vn.lienthong.routes.door.console;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.evidence.EntryChain;
import vn.lienthong.gateway.evidence.Seals;
import vn.lienthong.gateway.finding.FindingsJson;

/** The whole story of one document on one page. */
@Controller
class StoryPage {

    /** The newest ones say how far the story is sealed. */
    private static final int SEALS = 3;

    private final ReadStory stories;
    private final Seals seals;

    StoryPage(ReadStory stories, Seals seals) {
        this.stories = stories;
        this.seals = seals;
    }

    @GetMapping("/dossiers/{id}")
    String story(@PathVariable String id, Model model) {
        Story story = stories.read(NotFound.id(id, DossierId::new)).orElseThrow(NotFound::new);
        Dossier dossier = story.dossier();
        model.addAttribute("story", story);
        model.addAttribute("dossier", dossier);
        model.addAttribute("next", NextStep.of(dossier, story.deliveries(), story.statuses()));
        model.addAttribute("actions", DossierAction.possible(dossier));
        model.addAttribute("copies", story.copies(MessageKind.EDOC));
        model.addAttribute("returned", story.copies(MessageKind.STATUS));
        model.addAttribute("reports", VerificationView.read(dossier.verificationJson()));
        stories.opinion(dossier.id()).ifPresent(opinion -> model.addAttribute("opinion", opinion));
        model.addAttribute("findings", FindingsJson.read(dossier.findingsJson()));
        model.addAttribute(
                "timeline", story.entries().stream().map(TimelineLine::of).toList());
        model.addAttribute("broken", EntryChain.check(story.entries()).orElse(""));
        List<Seals.Covering> covering = seals.covering(dossier.id(), SEALS);
        model.addAttribute("seals", covering);
        model.addAttribute(
                "sealedTo", covering.isEmpty() ? 0 : covering.getFirst().last());
        return "console/story";
    }
}
