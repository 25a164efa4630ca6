package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.lienthong.routes.platform.GatewayConfiguration;

/**
 * The part of a page that has the token at this machine sign. That page alone may talk to the signing program, which listens on the
 * person's own machine.
 */
@Component
final class DeskPanel {

    private final String policy;
    private final String plugin;

    DeskPanel(GatewayConfiguration configuration) {
        this.plugin = configuration.seal().desk().plugin().toString();
        this.policy = ConsoleSecurity.OWN_SOURCES_ONLY.replace("connect-src 'self'", "connect-src 'self' " + plugin);
    }

    /** Shows it on the page that is being made. */
    void on(Model model) {
        model.addAttribute("desk", true);
        model.addAttribute("plugin", plugin);
        if (RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes request) {
            HttpServletResponse response = request.getResponse();
            if (response != null) {
                response.setHeader("Content-Security-Policy", policy);
            }
        }
    }
}
