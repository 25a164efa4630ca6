package vn.lienthong.routes.door.provincial;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/**
 * What the container refuses by itself below this door's paths is answered in the dialect's form too: an operation that does not exist, or a
 * body that broke off, for which the door has an answer that the container would replace by its own.
 */
@Configuration(proxyBeanMethods = false)
class ProvincialErrorFilter {

    static final String FINDINGS = ProvincialErrorFilter.class.getName();

    @Bean
    FilterRegistrationBean<Filter> provincialErrors() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
            if (path.startsWith("/v1/")) {
                answer((HttpServletRequest) request, (HttpServletResponse) response, path);
            } else {
                chain.doFilter(request, response);
            }
        });
        registration.setDispatcherTypes(DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException {
        if (request.getAttribute(FINDINGS) instanceof List<?> said && !said.isEmpty()) {
            ProvincialAnswers.fail(
                    response, said.stream().map(Finding.class::cast).toList());
            return;
        }
        int status = response.getStatus();
        ProvincialAnswers.fail(response, status, List.of(finding(status, path)));
    }

    private static Finding finding(int status, String path) {
        if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            return Finding.error(ErrorCode.INTERNAL, path, "lỗi của hệ thống nhận (expected: gửi lại sau ít phút)");
        }
        boolean missing =
                status == HttpServletResponse.SC_NOT_FOUND || status == HttpServletResponse.SC_METHOD_NOT_ALLOWED;
        return Finding.error(
                missing ? ErrorCode.NOT_FOUND : ErrorCode.PARAMETER_MALFORMED,
                path,
                "HTTP " + status + " (expected: một thao tác của nền tảng tỉnh, đúng phương thức)");
    }
}
