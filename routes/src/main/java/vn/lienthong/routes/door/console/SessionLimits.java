package vn.lienthong.routes.door.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lienthong.routes.platform.SessionSettings;

/** Ends a login that nobody used for a while, or that is old however much it was used. Not a bean: the console's chain has it. */
final class SessionLimits extends OncePerRequestFilter {

    private static final String LAST_CLICK = SessionLimits.class.getName();

    /** Who has the password and not the code need not stay long. */
    private static final Duration ON_THE_WAY_IN = Duration.ofMinutes(10);

    /** The page that fetches itself anew: a screen that is left open is no person. */
    private static final String REFRESHES_ITSELF = "/overview";

    private final SessionSettings settings;
    private final Clock clock;

    SessionLimits(SessionSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        HttpSession session = request.getSession(false);
        if (session != null && known != null && known.getPrincipal() instanceof ConsoleUser user) {
            Instant now = clock.instant();
            if (isOver(user, session, now)) {
                session.invalidate();
                SecurityContextHolder.clearContext();
            } else if (!REFRESHES_ITSELF.equals(request.getServletPath())) {
                session.setAttribute(LAST_CLICK, now);
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(ConsoleUser user, HttpSession session, Instant now) {
        Duration limit = user.isIn() ? settings.limit() : ON_THE_WAY_IN;
        Instant last = session.getAttribute(LAST_CLICK) instanceof Instant click ? click : user.begunAt();
        return !now.isBefore(user.begunAt().plus(limit)) || !now.isBefore(last.plus(settings.idle()));
    }
}
