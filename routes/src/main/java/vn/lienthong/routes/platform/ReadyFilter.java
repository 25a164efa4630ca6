package vn.lienthong.routes.platform;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the doors shut until the flows behind them run, and again when the gateway is told to stop. Spring opens the ports
 * before it starts Camel; a document that came in between would find no route. At the end what has been let in is let finish, so
 * long as {@code door.drain} allows, with the flows still behind it; whoever comes meanwhile is asked to come again.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ReadyFilter implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(ReadyFilter.class);
    private static final String BEFORE_A_START_SECONDS = "2";
    private static final String BEFORE_ANOTHER_START_SECONDS = "30";

    private final RequestsInside inside = new RequestsInside();
    private final Duration drain;
    private volatile boolean ready;
    private volatile String retryAfter = BEFORE_A_START_SECONDS;

    ReadyFilter(GatewayConfiguration configuration) {
        this.drain = configuration.door().drain();
    }

    @EventListener
    void open(ApplicationReadyEvent started) {
        ready = true;
    }

    /** Runs before anything of the gateway is stopped, and holds that up. */
    @EventListener
    void drain(ContextClosedEvent stopping) {
        if (!ready) {
            return;
        }
        retryAfter = BEFORE_ANOTHER_START_SECONDS;
        ready = false;
        int left = inside.awaitNone(drain);
        if (left > 0) {
            LOG.warn(
                    "{} requests are cut off: still not at their end {} s after the stop began",
                    left,
                    drain.toSeconds());
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // Counted before it is asked whether the doors are open: a stop that begins in between waits for it.
        inside.enter();
        try {
            if (ready) {
                chain.doFilter(request, response);
            } else {
                HttpServletResponse answer = (HttpServletResponse) response;
                answer.setHeader("Retry-After", retryAfter);
                answer.setHeader("Connection", "close");
                // An error for the container, so that each door says it in its own form.
                answer.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
        } finally {
            inside.leave();
        }
    }
}
