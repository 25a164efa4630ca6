package vn.lienthong.routes.door.console;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.access.Sessions;
import vn.lienthong.routes.platform.AnswerHeaders;
import vn.lienthong.routes.platform.ConsoleSettings;
import vn.lienthong.routes.platform.GatewayConfiguration;

/** Who may see and do what at the console, and what a browser is told to refuse. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    /** Behind the doors with chains of their own, before the chain that closes the rest. */
    private static final int BEHIND_OTHER_DOORS = 1_000;

    private static final String LOGIN = "/login";
    static final String OWN_SOURCES_ONLY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String[] PATHS = {
        "/",
        LOGIN,
        "/login/code",
        "/login/set-up",
        "/login/with/*",
        "/login/back/*",
        "/invite/**",
        "/me",
        "/me/**",
        "/people",
        "/people/**",
        "/systems",
        "/systems/**",
        "/journal",
        "/journal/export",
        "/logout",
        "/overview",
        "/dossiers",
        "/dossiers/**",
        "/deliveries/**",
        "/alerts",
        "/alerts/**",
        "/refusals",
        "/refusals/days",
        "/statuses/**",
        "/requests",
        "/requests/**",
        "/proposals",
        "/proposals/**",
        "/neighbours",
        "/signatures",
        "/webhooks",
        "/webhooks/**",
        "/errors",
        "/agencies",
        "/in-tray",
        "/in-tray/**",
        "/out-tray",
        "/out-tray/**",
        "/approvals",
        "/approvals/**",
        "/verification",
        "/desk/**",
        "/console/**",
        "/webjars/htmx.org/**",
        "/webjars/pdfjs-dist/**",
        "/error"
    };
    private static final String[] OPEN = {
        LOGIN,
        "/login/code",
        "/login/set-up",
        "/login/with/*",
        "/login/back/*",
        "/invite/**",
        "/console/**",
        "/webjars/htmx.org/**",
        "/webjars/pdfjs-dist/**"
    };
    private static final String[] TRAYS = {"/in-tray", "/in-tray/**", "/out-tray", "/out-tray/**"};
    private static final String[] APPROVALS = {"/approvals", "/approvals/**"};
    private static final String[] TRAYS_TO_READ = {
        "/in-tray",
        "/in-tray/*",
        "/in-tray/*/files/*",
        "/in-tray/*/stamped/*",
        "/in-tray/*/packet",
        "/out-tray",
        "/out-tray/*",
        "/out-tray/*/files/*"
    };
    private static final String[] OF_EVERYBODY = {"/me", "/me/**", "/verification", "/desk/**"};
    private static final String[] PEOPLE = {"/people", "/people/**", "/systems", "/systems/**"};
    private static final String[] DOWNLOADS = {
        "/dossiers/*/packet", "/dossiers/*/receipt.json", "/dossiers/*/receipt.p7m"
    };
    private static final String[] ACTIONS = {
        "/dossiers/*/release",
        "/dossiers/*/refuse",
        "/deliveries/*/revive",
        "/deliveries/*/withdraw",
        "/deliveries/*/close",
        "/alerts/*/close",
        "/statuses/*/join",
        "/webhooks/*/resume"
    };
    private static final String ASSIGN = "/deliveries/*/assign";
    private static final String[] DECISIONS = {
        "/requests/*/approve", "/requests/*/decline", "/proposals/*/confirm", "/proposals/*/decline"
    };

    @Bean
    @Order(BEHIND_OTHER_DOORS)
    SecurityFilterChain consoleChain(
            HttpSecurity http,
            Sessions sessions,
            GatewayConfiguration configuration,
            Logins logins,
            OidcChain oidc,
            SecretBox box,
            Clock clock) {
        oidc.apply(http, box);
        // No parent that would take a login which these providers refused.
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
        ConsoleAccess access = new ConsoleAccess(sessions);
        ConsoleSettings settings = configuration.console();
        HttpSessionRequestCache pages = new HttpSessionRequestCache();
        pages.setRequestMatcher(ConsoleSecurity::isPage);
        return http.securityMatcher(PATHS)
                .authenticationProvider(logins.passwords())
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        // The container leads there; asked for by itself it would tell of a fault that there was not.
                        .requestMatchers("/error")
                        .denyAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/", "/errors")
                        .access(access.to(Permission.HOME))
                        .requestMatchers(OF_EVERYBODY)
                        .access(access.to(Permission.HOME))
                        .requestMatchers(PEOPLE)
                        .access(access.to(Permission.PEOPLE))
                        .requestMatchers(HttpMethod.GET, "/journal", "/journal/export")
                        .access(access.to(Permission.JOURNAL))
                        .requestMatchers(HttpMethod.GET, TRAYS_TO_READ)
                        .access(access.to(Permission.READ_TRAYS))
                        .requestMatchers(APPROVALS)
                        .access(access.to(Permission.SIGN))
                        .requestMatchers(TRAYS)
                        .access(access.to(Permission.TRAYS))
                        .requestMatchers(HttpMethod.GET, DOWNLOADS)
                        .access(access.to(Permission.DOWNLOAD))
                        .requestMatchers(ACTIONS)
                        .access(access.to(Permission.ACT))
                        .requestMatchers(ASSIGN)
                        .access(access.to(Permission.ASSIGN))
                        .requestMatchers(DECISIONS)
                        .access(access.to(Permission.REGISTER))
                        .requestMatchers(HttpMethod.POST, "/logout")
                        .authenticated()
                        .requestMatchers(HttpMethod.GET)
                        .access(access.to(Permission.READ))
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new SessionLimits(settings.session(), clock), AuthorizationFilter.class)
                .formLogin(login -> login.loginPage(LOGIN)
                        .successHandler(logins::succeeded)
                        .failureHandler((request, response, failure) ->
                                response.sendRedirect(LOGIN + "?" + GuardedLogin.hint(failure))))
                .logout(logout -> logout.logoutSuccessUrl(LOGIN + "?out"))
                .requestCache(cache -> cache.requestCache(pages))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(entry()).accessDeniedHandler(new TurnedAway(sessions)))
                .addFilterAfter(new WithoutNul(), CsrfFilter.class)
                .headers(headers -> {
                    AnswerHeaders.write(headers, OWN_SOURCES_ONLY);
                    if (settings.isBehindTls()) {
                        headers.httpStrictTransportSecurity(hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE));
                    }
                })
                .build();
    }

    /**
     * A page goes to the login; a part of a page that htmx asks for tells the browser to go there as a whole. Who pressed a
     * button learns that nothing was done.
     */
    private static AuthenticationEntryPoint entry() {
        LoginUrlAuthenticationEntryPoint login = new LoginUrlAuthenticationEntryPoint(LOGIN);
        return (request, response, failure) -> {
            if (request.getHeader("HX-Request") != null) {
                response.setHeader("HX-Redirect", LOGIN);
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            } else if (HttpMethod.POST.matches(request.getMethod())) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            } else {
                login.commence(request, response, failure);
            }
        };
    }

    /** Whether a login may lead back to it. */
    private static boolean isPage(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && request.getHeader("HX-Request") == null;
    }
}
