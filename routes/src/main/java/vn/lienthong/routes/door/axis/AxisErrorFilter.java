package vn.lienthong.routes.door.axis;

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
import vn.lienthong.routes.platform.AxisListener;

/**
 * What the container refuses by itself on this port is answered in the dialect's form too: an operation that does not exist,
 * or a body that broke off, for which the door has an answer that the container would replace by its own.
 */
@Configuration(proxyBeanMethods = false)
class AxisErrorFilter {

    static final String FINDINGS = AxisErrorFilter.class.getName();

    @Bean
    FilterRegistrationBean<Filter> axisErrors(AxisListener listener) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            if (request.getLocalPort() == listener.port()) {
                answer((HttpServletRequest) request, (HttpServletResponse) response);
            } else {
                chain.doFilter(request, response);
            }
        });
        registration.setDispatcherTypes(DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(FINDINGS) instanceof List<?> said && !said.isEmpty()) {
            AxisAnswers.fail(response, said.stream().map(Finding.class::cast).toList());
            return;
        }
        int status = response.getStatus();
        AxisAnswers.fail(response, status, List.of(finding(request, status)));
    }

    private static Finding finding(HttpServletRequest request, int status) {
        String where = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            return Finding.error(ErrorCode.BUSY, where, "cổng đang khởi động (expected: gửi lại sau vài giây)");
        }
        return status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                ? Finding.error(ErrorCode.INTERNAL, where, "lỗi của hệ thống nhận (expected: gửi lại sau ít phút)")
                : Finding.error(
                        ErrorCode.NOT_FOUND,
                        where,
                        "HTTP " + status + " (expected: một thao tác của trục, đúng phương thức)");
    }
}
