package vn.lienthong.routes.door.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftFile;
import vn.lienthong.gateway.tray.Drafts;
import vn.lienthong.routes.platform.GatewayConfiguration;

/** Prepares a document: every button keeps what was typed before it does anything else. */
@Controller
class DraftPage {

    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_SEARCH = 100;

    private final FindDraft finding;
    private final Drafts drafts;
    private final Agencies agencies;
    private final ReadClerk clerks;
    private final FindSealable sealable;
    private final DraftSigning signing;
    private final int maxRecipients;

    DraftPage(
            FindDraft finding,
            Drafts drafts,
            Agencies agencies,
            ReadClerk clerks,
            FindSealable sealable,
            DraftSigning signing,
            GatewayConfiguration configuration) {
        this.finding = finding;
        this.drafts = drafts;
        this.agencies = agencies;
        this.clerks = clerks;
        this.sealable = sealable;
        this.signing = signing;
        this.maxRecipients = configuration.tray().maxRecipients();
    }

    @GetMapping("/out-tray/drafts/{id}")
    String show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String find,
            @AuthenticationPrincipal ConsoleUser user,
            Model model) {
        FindDraft.Found found = finding.find(user, id);
        Draft draft = found.draft();
        if (draft.sent().isPresent()) {
            return FindDraft.sent(draft);
        }
        model.addAttribute("draft", draft);
        model.addAttribute("files", DraftFiles.listed(draft));
        signing.tell(draft, found.clerk(), model);
        if (signing.held(draft).isPresent()) {
            return "console/draft-held";
        }
        model.addAttribute("seals", sealable.may(found.clerk(), draft));
        model.addAttribute(
                "chosen",
                draft.recipients().stream()
                        .map(code -> Addressee.of(
                                agencies.current(), code, found.clerk().now()))
                        .toList());
        search(find, found.clerk(), model);
        return "console/draft";
    }

    /** What is found while somebody types. */
    @GetMapping("/out-tray/agencies")
    String found(@RequestParam(defaultValue = "") String find, @AuthenticationPrincipal ConsoleUser user, Model model) {
        search(find, clerks.read(user), model);
        return "console/draft :: found";
    }

    private void search(String find, Clerk clerk, Model model) {
        String text = find.strip();
        boolean asked = !text.isEmpty() && text.length() <= LONGEST_SEARCH;
        model.addAttribute("find", asked ? text : "");
        model.addAttribute("found", asked ? Addressee.find(agencies.current(), text, clerk.now()) : List.of());
    }

    @PostMapping("/out-tray/drafts/{id}")
    String change(
            @PathVariable String id,
            DraftForm form,
            @RequestParam Map<String, String> pressed,
            @AuthenticationPrincipal ConsoleUser user,
            RedirectAttributes redirected) {
        FindDraft.Found found = finding.find(user, id);
        Draft before = found.draft();
        if (before.sent().isPresent()) {
            return FindDraft.sent(before);
        }
        if (signing.held(before).isPresent()) {
            redirected.addFlashAttribute("told", "draft.held");
            return "redirect:/out-tray/drafts/" + id;
        }
        if (form.isCut()) {
            redirected.addFlashAttribute("told", "draft.cut");
            return back(id, pressed);
        }
        String button = pressed.getOrDefault("do", "");
        Instant now = found.clerk().now();
        Draft typed = button.equals("save") || button.equals("check")
                ? before.with(form.fields(), form.why(), now)
                : before.typedSoFar(form.fields(), form.why(), now);
        List<AgencyCode> recipients = recipients(before, pressed, found.clerk());
        Draft after = typed.to(recipients, now)
                .carrying(
                        files(before, pressed.getOrDefault("removeFile", "")),
                        found.clerk().now());
        if (form.revision() != before.revision() || !drafts.replace(before, after)) {
            redirected.addFlashAttribute("told", "draft.changed");
            return "redirect:/out-tray/drafts/" + id;
        }
        if (!pressed.getOrDefault("unseal", "").isEmpty()) {
            boolean undone = sealable.undo(found.clerk(), after, pressed.get("unseal"), user.actor());
            redirected.addFlashAttribute("told", undone ? "unsealed" : "draft.changed");
            return "redirect:/out-tray/drafts/" + id;
        }
        if (pressed.getOrDefault("reseal", "").matches("[0-9]{1,4}")
                && sealable.undo(found.clerk(), after, pressed.get("reseal"), user.actor())) {
            return "redirect:/out-tray/drafts/" + id + "/files/" + pressed.get("reseal") + "/seal";
        }
        if (pressed.getOrDefault("seal", "").matches("[0-9]{1,4}")) {
            return "redirect:/out-tray/drafts/" + id + "/files/" + pressed.get("seal") + "/seal";
        }
        if (button.equals("sign")) {
            return "redirect:/out-tray/drafts/" + id + "/signing";
        }
        if (button.equals("check")) {
            return "redirect:/out-tray/drafts/" + id + "/check";
        }
        if (button.equals("save")) {
            redirected.addFlashAttribute("told", "draft.saved");
        }
        return back(id, pressed);
    }

    private static String back(String id, Map<String, String> pressed) {
        String find = pressed.getOrDefault("find", "");
        UriComponentsBuilder page = UriComponentsBuilder.fromPath("/out-tray/drafts/" + id);
        boolean searching = !find.isBlank() && !pressed.containsKey("add");
        boolean recipients = searching || pressed.containsKey("add") || pressed.containsKey("remove");
        return "redirect:"
                + page.queryParam("find", searching ? find : "")
                        .fragment(recipients ? "recipients" : null)
                        .encode()
                        .toUriString();
    }

    /** Only what leads somewhere is added; one that is there already stays where it is. */
    private List<AgencyCode> recipients(Draft draft, Map<String, String> pressed, Clerk clerk) {
        List<AgencyCode> recipients = new ArrayList<>(draft.recipients());
        recipients.removeIf(code -> code.text().equals(pressed.get("remove")));
        String add = pressed.getOrDefault("add", "").strip();
        boolean wanted = !add.isEmpty() && add.length() <= LONGEST_CODE && recipients.size() < maxRecipients;
        if (wanted) {
            AgencyCode code = new AgencyCode(add);
            boolean reachable =
                    Addressee.of(agencies.current(), code, clerk.now()).isReachable();
            if (reachable && !recipients.contains(code)) {
                recipients.add(code);
            }
        }
        return recipients;
    }

    private static List<DraftFile> files(Draft draft, String remove) {
        List<DraftFile> files = new ArrayList<>(draft.files());
        if (remove.matches("[0-9]{1,4}") && Integer.parseInt(remove) < files.size()) {
            files.remove(Integer.parseInt(remove));
        }
        return files;
    }

    @PostMapping("/out-tray/drafts/{id}/discard")
    String discard(@PathVariable String id, @AuthenticationPrincipal ConsoleUser user, RedirectAttributes redirected) {
        Draft draft = finding.find(user, id).draft();
        redirected.addFlashAttribute("told", drafts.discard(draft.id()) ? "draft.discarded" : "too-late");
        return "redirect:/out-tray";
    }
}
