package vn.lienthong.routes.door.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.evidence.EntryChain;
import vn.lienthong.gateway.finding.FindingsJson;

/** The whole story of one document on one page. */
@Controller
class StoryPage {

    private final ReadStory stories;

    StoryPage(ReadStory stories) {
        this.stories = stories;
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
        model.addAttribute("findings", FindingsJson.read(dossier.findingsJson()));
        model.addAttribute(
                "timeline", story.entries().stream().map(TimelineLine::of).toList());
        model.addAttribute("broken", EntryChain.check(story.entries()).orElse(""));
        return "console/story";
    }
}
