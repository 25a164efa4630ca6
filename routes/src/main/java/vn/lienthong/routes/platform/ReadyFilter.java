package vn.lienthong.routes.platform;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the doors shut until the flows behind them run. Spring opens the ports before it starts Camel; a document that came
 * in between would find no route.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ReadyFilter implements Filter, ApplicationListener<ApplicationReadyEvent> {
    private static final String RETRY_AFTER_SECONDS = "2";

    private volatile boolean ready;

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        ready = true;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (ready) {
            chain.doFilter(request, response);
        } else {
            HttpServletResponse answer = (HttpServletResponse) response;
            answer.setHeader("Retry-After", RETRY_AFTER_SECONDS);
            // An error for the container, so that each door says it in its own form.
            answer.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
