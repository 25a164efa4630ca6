package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
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

    LoginPage(GatewayConfiguration configuration) {
        this.pauseMinutes = Math.max(1, configuration.console().loginPause().toMinutes());
    }

    @GetMapping("/login")
    String login(@AuthenticationPrincipal @Nullable ConsoleUser user, HttpServletRequest request, Model model) {
        if (user != null && user.isIn()) {
            return "redirect:/";
        }
        model.addAttribute("hint", hint(request));
        model.addAttribute("pauseMinutes", pauseMinutes);
        return "console/login";
    }

    private static String hint(HttpServletRequest request) {
        for (String hint : new String[] {"wrong", "wait", "busy", "out", "ended"}) {
            if (request.getParameter(hint) != null) {
                return hint;
            }
        }
        return "";
    }
}
