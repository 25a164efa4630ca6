package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.gateway.access.AcceptInvite;
import vn.lienthong.gateway.access.Invite;
import vn.lienthong.gateway.access.InviteLink;
import vn.lienthong.gateway.access.Invites;
import vn.lienthong.gateway.access.RecoveryCodes;
import vn.lienthong.gateway.finding.Finding;

/** Where a one-time link leads: name, password and second factor on one page, and then in. To look does not use it up. */
@Controller
class InvitePage {

    private final AcceptInvite accepting;
    private final PendingKey keys;
    private final NextLoginStep steps;
    private final EnterConsole entering;

    InvitePage(AcceptInvite accepting, PendingKey keys, NextLoginStep steps, EnterConsole entering) {
        this.accepting = accepting;
        this.keys = keys;
        this.steps = steps;
        this.entering = entering;
    }

    @GetMapping("/invite/{token}")
    String look(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<Invites.Kept> kept = InviteLink.read(token).flatMap(accepting::find);
        if (kept.filter(found -> found.worksAt(accepting.now())).isEmpty()) {
            return closed(kept, response, model);
        }
        Invite invite = kept.get().invite();
        return form(invite, invite.fullName(), token, List.of(), request, model);
    }

    @PostMapping("/invite/{token}")
    String accept(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String fullName,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<InviteLink> link = InviteLink.read(token);
        Optional<Invites.Kept> kept = link.flatMap(accepting::find);
        if (kept.isEmpty()) {
            return closed(kept, response, model);
        }
        boolean withFactor = steps.required() || !code.isBlank();
        Optional<byte[]> secret =
                withFactor ? Optional.of(keys.of(request.getSession(), purpose(token))) : Optional.empty();
        AcceptInvite.Typed typed = new AcceptInvite.Typed(fullName, password, repeated, code);
        return switch (accepting.accept(link.orElseThrow(), typed, secret)) {
            case AcceptInvite.Outcome.Accepted accepted -> {
                keys.forget(request.getSession());
                entering.enter(accepted.account(), "invitation", request, response);
                yield in(accepted.recovery(), model);
            }
            case AcceptInvite.Outcome.Refused refused -> {
                response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                yield form(kept.get().invite(), fullName, token, refused.findings(), request, model);
            }
            case AcceptInvite.Outcome.TooLate late -> closed(link.flatMap(accepting::find), response, model);
        };
    }

    private String form(
            Invite invite,
            String fullName,
            String token,
            List<Finding> findings,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("invite", invite);
        model.addAttribute("fullName", fullName);
        model.addAttribute("token", token);
        model.addAttribute("findings", findings);
        model.addAttribute("required", steps.required());
        PendingKey.show(keys.of(request.getSession(), purpose(token)), invite.username(), model);
        return "console/invite";
    }

    private static String in(Optional<RecoveryCodes> recovery, Model model) {
        if (recovery.isEmpty()) {
            return "redirect:/";
        }
        model.addAttribute("codes", recovery.get().codes());
        model.addAttribute("onward", "/");
        return "console/recovery";
    }

    private String closed(Optional<Invites.Kept> kept, HttpServletResponse response, Model model) {
        model.addAttribute(
                "why",
                kept.map(found -> found.usedAt().isPresent() ? "used" : "expired")
                        .orElse("wrong"));
        response.setStatus(kept.isPresent() ? HttpServletResponse.SC_GONE : HttpServletResponse.SC_NOT_FOUND);
        return "console/invite-closed";
    }

    private static String purpose(String token) {
        return "invite " + token;
    }
}
