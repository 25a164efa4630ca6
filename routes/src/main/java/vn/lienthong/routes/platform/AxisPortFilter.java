package vn.lienthong.routes.platform;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the two listeners apart: {@code /XrdAdapter/**} is found on the axis port only, and nothing else is found there. So
 * an agency that reaches the axis port never sees the console.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class AxisPortFilter implements Filter {
    private static final String AXIS_PATH = "/XrdAdapter/";

    private final AxisListener listener;

    AxisPortFilter(AxisListener listener) {
        this.listener = listener;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean axisPort = request.getLocalPort() == listener.port();
        if (axisPort == path((HttpServletRequest) request).startsWith(AXIS_PATH)) {
            chain.doFilter(request, response);
        } else {
            ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    // As the container mapped it: decoded and without dots, unlike the request's URI.
    private static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}
