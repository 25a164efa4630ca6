package vn.lienthong.routes.door.console;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.routes.platform.SessionSettings;

/** Clicks of one person, so many minutes apart, at {@link SessionLimits} with the usual settings. */
record SessionClock(Instant begun) {

    /** Whether the person is in after the last click. */
    record Left(boolean statusIsIn) {}

    Left after(int... minutes) {
        ConsoleUser user = ConsoleUser.in(new Account("an.nv", "An", Role.AUDITOR, false, true), begun);
        MockHttpSession session = new MockHttpSession();
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        Instant now = begun;
        try {
            click(session, now, "/dossiers");
            for (int pause : minutes) {
                // A page that refreshes itself all the while keeps nobody in.
                for (int minute = 1; minute < pause; minute += 5) {
                    click(session, now.plus(Duration.ofMinutes(minute)), "/overview");
                }
                now = now.plus(Duration.ofMinutes(pause));
                click(session, now, "/dossiers");
            }
            return new Left(
                    !session.isInvalid() && SecurityContextHolder.getContext().getAuthentication() != null);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static void click(MockHttpSession session, Instant at, String path) {
        if (session.isInvalid()) {
            return;
        }
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setSession(session);
        SessionSettings usual = new SessionSettings(Duration.ofMinutes(30), Duration.ofHours(12));
        try {
            new SessionLimits(usual, Clock.fixed(at, ZoneOffset.UTC))
                    .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        } catch (IOException | ServletException e) {
            throw new IllegalStateException(e);
        }
    }
}
