package vn.lienthong.routes.door.soap;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** What the container refuses by itself below {@code /services} is a fault too: a body that broke off, a method that is none. */
@Configuration(proxyBeanMethods = false)
class SoapErrorFilter {

    static final String FINDINGS = SoapErrorFilter.class.getName();

    @Bean
    FilterRegistrationBean<Filter> soapErrors() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            if (isOurs(request)) {
                answer((HttpServletRequest) request, (HttpServletResponse) response);
            } else {
                chain.doFilter(request, response);
            }
        });
        registration.setDispatcherTypes(DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    private static boolean isOurs(ServletRequest request) {
        return String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith(SoapDoorWiring.PATH + "/");
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SoapVersion version = SoapVersion.ofContentType(
                Optional.ofNullable(request.getContentType()).orElse(""));
        if (request.getAttribute(FINDINGS) instanceof List<?> said && !said.isEmpty()) {
            SoapAnswers.fault(
                    response, version, said.stream().map(Finding.class::cast).toList());
            return;
        }
        int status = response.getStatus();
        SoapAnswers.xml(response, status, version.mediaType(), FaultText.of(version, List.of(finding(status))));
    }

    private static Finding finding(int status) {
        return status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                ? Finding.error(ErrorCode.INTERNAL, "", "lỗi của hệ thống nhận (expected: gửi lại sau ít phút)")
                : Finding.error(
                        ErrorCode.NOT_FOUND,
                        "",
                        "HTTP " + status + " (expected: POST " + SoapDoorWiring.PATH + SoapServlet.DOCUMENTS + ")");
    }
}
