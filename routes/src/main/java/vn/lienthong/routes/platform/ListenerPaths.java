package vn.lienthong.routes.platform;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the listeners apart: the axis dialect is found on its port only, the other doors for systems on theirs, the rest at the
 * console's; and nothing else is found there. So an agency that reaches a door never sees the console.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class ListenerPaths implements Filter {
    private static final List<String> AXIS = List.of("/XrdAdapter/");
    private static final List<String> SERVICES = List.of("/api/", "/oauth2/", "/services/", "/v1/");

    private final AxisListener axis;
    private final ServicesListener services;

    ListenerPaths(AxisListener axis, ServicesListener services) {
        this.axis = axis;
        this.services = services;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        int port = request.getLocalPort();
        String path = path((HttpServletRequest) request);
        if ((port == axis.port()) == isBelow(path, AXIS) && (port == services.port()) == isBelow(path, SERVICES)) {
            chain.doFilter(request, response);
        } else {
            ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static boolean isBelow(String path, List<String> roots) {
        return roots.stream().anyMatch(path::startsWith);
    }

    // As the container mapped it: decoded and without dots, unlike the request's URI.
    private static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}
