package vn.lienthong.routes.door.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.Account;

/** Lets a person in whose identity is settled, under a session id that nobody knew before. */
@Component
final class EnterConsole {

    private final AccessEvents events;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    EnterConsole(AccessEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** @param how by what the person was known, for the journal */
    void enter(Account account, String how, HttpServletRequest request, HttpServletResponse response) {
        ConsoleUser user = again(account, request, response);
        events.add(new AccessEvent(
                user.begunAt(),
                user.actor(),
                AccessAct.LOGGED_IN,
                account.username(),
                how + ", " + request.getRemoteAddr()));
    }

    /** As {@link #enter} for somebody who is in, and whose earlier sessions have just been ended. */
    ConsoleUser again(Account account, HttpServletRequest request, HttpServletResponse response) {
        ConsoleUser user = ConsoleUser.in(account, clock.instant());
        request.getSession();
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return user;
    }

    /** The page that was asked for before the login, else the first one. */
    static String wanted(HttpServletRequest request, HttpServletResponse response) {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        SavedRequest saved = cache.getRequest(request, response);
        cache.removeRequest(request, response);
        return saved == null ? "/" : saved.getRedirectUrl();
    }
}
