package vn.lienthong.routes.platform;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Who may call what, before any door looks. Each door brings a chain for its own paths; what none claims is closed. */
@Configuration(proxyBeanMethods = false)
class PlatformSecurity {
    /** Health without details, for a load balancer; metrics are for this machine only. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain actuatorChain(HttpSecurity http, WebEndpointProperties endpoints) {
        String base = endpoints.getBasePath();
        return http.securityMatcher(base + "/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(base + "/health", base + "/health/**")
                        .permitAll()
                        .anyRequest()
                        .access((authentication, context) -> LoopbackOnly.decide(context.getRequest())))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> AnswerHeaders.write(headers, AnswerHeaders.ERROR_PAGE))
                .build();
    }

    /** The axis dialect authenticates each call by its MAC, in its own door. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    SecurityFilterChain axisChain(HttpSecurity http) {
        return http.securityMatcher("/XrdAdapter/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .headers(headers -> AnswerHeaders.write(headers, AnswerHeaders.NOTHING))
                .build();
    }

    /**
     * Header texts of the axis dialect are UTF-8 that the container reads a byte a character: what then looks like control
     * characters are Vietnamese letters. Line ends and NUL the container refuses itself.
     */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(value -> true);
        return firewall;
    }

    /** An address that no door could have: the door of the listener says so in its own form. */
    @Bean
    RequestRejectedHandler rejectedRequests() {
        return (request, response, why) -> {
            AnswerHeaders.write(request, response);
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        };
    }

    /** Requests are measured as a whole; to measure each filter of a chain by itself costs more than what it does. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain closedChain(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .headers(headers -> AnswerHeaders.write(headers, AnswerHeaders.ERROR_PAGE))
                .build();
    }
}
