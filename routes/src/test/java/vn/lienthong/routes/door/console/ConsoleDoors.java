package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.Role;

/** Who is let in at the console, who is not, and what a stranger gets to see. */
abstract class ConsoleDoors {
    private final ConsoleFixture fixture;

    ConsoleDoors(ConsoleFixture fixture) {
        this.fixture = fixture;
    }

    @Test
    void strangersSeeTheLoginOnly() {
        PlainBrowser stranger = new PlainBrowser(fixture.address());
        HttpResponse<String> page = stranger.get("/dossiers/" + fixture.stories.travelled.id());
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
        assertThat(stranger.get("/overview", "HX-Request", "true").headers().firstValue("HX-Redirect"))
                .hasValue("/login");
        assertThat(stranger.get("/login").body()).contains("Tên đăng nhập").doesNotContain("Tìm văn bản");
        HttpResponse<String> wrong = stranger.login("operator", "not the password");
        assertThat(wrong.headers().firstValue("Location").orElseThrow()).endsWith("/login?wrong");
        assertThat(stranger.get("/login?wrong").body()).contains("Sai tên đăng nhập hoặc mật khẩu");
    }

    @Test
    void guessingIsStopped() {
        PlainBrowser guesser = new PlainBrowser(fixture.address());
        for (int guess = 0; guess < 3; guess++) {
            guesser.login("guessed", "wrong password " + guess);
        }
        assertThat(guesser.login("guessed", "another")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/login?wait");
        assertThat(guesser.get("/login?wait").body()).contains("thử lại sau 15 phút");
    }

    @Test
    void loginGivesAFreshSessionThatOnlyThisSiteCanUse() {
        PlainBrowser browser = new PlainBrowser(fixture.address());
        HttpResponse<String> before = browser.get("/login");
        HttpResponse<String> after = browser.login("auditor", ConsoleFixture.PASSWORD);
        String first = before.headers().firstValue("Set-Cookie").orElseThrow();
        String second = after.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(second).contains("HttpOnly").contains("SameSite=Strict");
        assertThat(value(second)).isNotEqualTo(value(first));
        HttpResponse<String> page = browser.get("/");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.body())
                .doesNotContain("style=")
                .doesNotContain("onclick")
                .doesNotContain("<style");
    }

    @Test
    void aPostWithoutTheTokenOfAPageIsRefused() {
        PlainBrowser operator = PlainBrowser.loggedIn(fixture.address(), Role.OPERATOR);
        HttpResponse<String> forged = operator.postWithToken(
                "/dossiers/" + fixture.stories.held.id() + "/refuse", Map.of("reason", "forged"), "no token");
        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @Test
    void aDisabledAccountIsOutAtTheNextClick() {
        PlainBrowser administrator = PlainBrowser.loggedIn(fixture.address(), Role.ADMINISTRATOR);
        assertThat(administrator.get("/").statusCode()).isEqualTo(200);
        fixture.disable(Role.ADMINISTRATOR);
        assertThat(administrator.get("/").headers().firstValue("Location").orElseThrow())
                .endsWith("/login?ended");
        assertThat(administrator.get("/").headers().firstValue("Location").orElseThrow())
                .endsWith("/login");
    }

    @Test
    void whatIsNotThereIsSaidPlainly() {
        PlainBrowser browser = PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR);
        for (String path :
                List.of("/dossiers/nothing", "/dossiers/00000000-0000-0000-0000-000000000000", "/console/none.css")) {
            HttpResponse<String> page = browser.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(404);
            assertThat(page.body()).contains("Không có trang này").doesNotContain("Exception");
        }
    }

    private static String value(String cookie) {
        return cookie.substring(0, cookie.indexOf(';'));
    }
}
