package vn.lienthong.routes.door.desk;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import vn.lienthong.routes.door.DeskPaths;
import vn.lienthong.routes.platform.AnswerHeaders;

/**
 * No session and no cookie, so nothing that another site could use. To ask for the head of a file is not to fetch it: that would
 * use its address up.
 */
@Configuration(proxyBeanMethods = false)
class DeskSecurity {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 3)
    SecurityFilterChain deskChain(HttpSecurity http) {
        return http.securityMatcher(DeskPaths.ROOT + "/**")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, DeskPaths.ROOT + "/*" + DeskPaths.FILE)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, DeskPaths.ROOT + "/*")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .headers(headers -> {
                    AnswerHeaders.write(headers, AnswerHeaders.NOTHING);
                    headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
                })
                .build();
    }
}
