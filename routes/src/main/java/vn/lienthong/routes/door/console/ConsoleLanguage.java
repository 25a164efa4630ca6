package vn.lienthong.routes.door.console;

import java.time.Duration;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import vn.lienthong.routes.platform.GatewayConfiguration;

/** Vietnamese, unless a person chose English: {@code ?lang=en} on any page, kept in a cookie. */
@Configuration(proxyBeanMethods = false)
class ConsoleLanguage implements WebMvcConfigurer {

    static final Locale VIETNAMESE = Locale.of("vi");
    private static final String PARAMETER = "lang";
    private static final Duration KEPT = Duration.ofDays(365);

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("console/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(VIETNAMESE);
        // Every text goes through MessageFormat, so an apostrophe is always written twice.
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    @Bean
    LocaleResolver localeResolver(GatewayConfiguration configuration) {
        CookieLocaleResolver cookie = new CookieLocaleResolver("lienthong-lang");
        cookie.setDefaultLocale(VIETNAMESE);
        cookie.setCookieMaxAge(KEPT);
        cookie.setCookieHttpOnly(true);
        cookie.setCookieSecure(configuration.console().isBehindTls());
        cookie.setCookieSameSite("Strict");
        cookie.setRejectInvalidCookies(false);
        return cookie;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor change = new LocaleChangeInterceptor();
        change.setParamName(PARAMETER);
        change.setHttpMethods("GET");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change).excludePathPatterns("/XrdAdapter/**");
    }
}
