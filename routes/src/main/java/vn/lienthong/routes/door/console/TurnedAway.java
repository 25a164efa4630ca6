package vn.lienthong.routes.door.console;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import vn.lienthong.gateway.access.Sessions;

/** Sends who is only on the way in to the next step, whose session was ended to the login, and everybody else to the page that says no. */
final class TurnedAway implements AccessDeniedHandler {

    private final Sessions sessions;
    private final AccessDeniedHandler no = new AccessDeniedHandlerImpl();

    TurnedAway(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known == null || !(known.getPrincipal() instanceof ConsoleUser user)) {
            no.handle(request, response, denied);
        } else if (!user.isIn()) {
            go(request, response, user.step().path());
        } else if (!sessions.counts(user.getUsername(), user.role(), user.begunAt())) {
            request.getSession().invalidate();
            go(request, response, "/login?ended");
        } else {
            no.handle(request, response, denied);
        }
    }

    private static void go(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(path);
        } else {
            response.setHeader("HX-Redirect", path);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
