package vn.lienthong.routes.door.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Nobody types a NUL, and no store of texts has a place for it: one that was pasted into a field, or put into an address, is read as a
 * space.
 */
final class WithoutNul extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean clean = request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .noneMatch(value -> value.indexOf('\0') >= 0);
        chain.doFilter(clean ? request : new Cleaned(request), response);
    }

    private static final class Cleaned extends HttpServletRequestWrapper {

        private final Map<String, String[]> parameters = new LinkedHashMap<>();

        Cleaned(HttpServletRequest request) {
            super(request);
            request.getParameterMap().forEach((name, values) -> parameters.put(name, cleaned(values)));
        }

        private static String[] cleaned(String... values) {
            return Arrays.stream(values).map(value -> value.replace('\0', ' ')).toArray(String[]::new);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = parameters.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = parameters.get(name);
            return values == null ? null : values.clone();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(parameters);
        }
    }
}
