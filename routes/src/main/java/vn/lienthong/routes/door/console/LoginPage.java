package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lienthong.routes.platform.GatewayConfiguration;

/** The page to log in on; it also tells why a login failed, as far as a stranger may know. */
@Controller
class LoginPage {

    private final long pauseMinutes;
    private final boolean oidc;

    LoginPage(GatewayConfiguration configuration) {
        this.oidc = configuration.console().oidc() != null;
        this.pauseMinutes = Math.max(1, configuration.console().loginPause().toMinutes());
    }

    @GetMapping("/login")
    String login(@AuthenticationPrincipal @Nullable ConsoleUser user, HttpServletRequest request, Model model) {
        if (user != null && user.isIn()) {
            return "redirect:/";
        }
        model.addAttribute("hint", hint(request));
        model.addAttribute("pauseMinutes", pauseMinutes);
        model.addAttribute("oidc", oidc);
        model.addAttribute("subject", subject(request));
        return "console/login";
    }

    /** Gets here only while the issuer cannot be reached; else the way leads there. */
    @GetMapping("/login/with/console")
    String unreachable() {
        return "redirect:/login?unreachable";
    }

    /** For who came by the issuer and is linked to nobody: what to tell an administrator. Shown once. */
    private static String subject(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(OidcLogin.STRANGER) instanceof String subject)) {
            return "";
        }
        session.removeAttribute(OidcLogin.STRANGER);
        return subject;
    }

    private static String hint(HttpServletRequest request) {
        for (String hint :
                new String[] {"wrong", "wait", "busy", "out", "ended", "issuer", "unreachable", "stranger"}) {
            if (request.getParameter(hint) != null) {
                return hint;
            }
        }
        return "";
    }
}
