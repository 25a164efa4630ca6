package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import vn.lienthong.gateway.access.Identities;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.access.SecretBox;

/** People who come by another issuer: only who is linked, only with a token that is right in everything. */
@Tag("ci")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcTest {

    private TestIssuer issuer;
    private ConsoleFixture fixture;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        issuer = new TestIssuer();
        Path secret = folder.resolve("secret");
        Files.writeString(secret, TestIssuer.SECRET + "\n");
        // Nobody answers there yet when the gateway starts: discovery comes with the first login.
        issuer.silent = true;
        fixture = new ConsoleFixture(
                folder.resolve("data"),
                Map.of(
                        "console.oidc.issuer", issuer.address(),
                        "console.oidc.client-id", TestIssuer.CLIENT,
                        "console.oidc.client-secret-file", secret.toString(),
                        "console.oidc.role-claim", "groups",
                        "console.oidc.roles", "van-hanh=operator,kiem-tra=auditor",
                        "console.oidc.break-glass", "administrator",
                        "console.oidc.timeout", "1s"));
        issuer.silent = false;
        fixture.part(Identities.class).link(issuer.address(), "s-linked", "operator", Instant.now());
    }

    @AfterAll
    void stop() {
        fixture.close();
        issuer.close();
    }

    @AfterEach
    void mend() {
        issuer.fault = TestIssuer.Fault.NONE;
    }

    @Test
    void whoIsLinkedComesInAsThatAccount() {
        PlainBrowser browser = new PlainBrowser(fixture.address());
        assertThat(browser.get("/login").body()).contains("Đăng nhập bằng tài khoản công chức");
        HttpResponse<String> arrived = come(browser, "s-linked", "khach", "van-hanh");
        assertThat(arrived.statusCode()).isEqualTo(200);
        assertThat(arrived.body()).contains("url=/\"");
        HttpResponse<String> page = browser.get("/dossiers");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Người OPERATOR");
    }

    @Test
    void aStrangerIsToldAndGetsNothing() {
        PlainBrowser browser = new PlainBrowser(fixture.address());
        assertThat(come(browser, "s-nobody", "van-hanh").body()).contains("/login?stranger");
        assertThat(browser.get("/login?stranger").body()).contains("chưa được gắn", "s-nobody");
        assertThat(browser.get("/dossiers").statusCode()).isEqualTo(302);
    }

    @Test
    void groupsThatDoNotGiveTheAccountsRoleCloseIt() {
        PlainBrowser browser = new PlainBrowser(fixture.address());
        for (String group : List.of("kiem-tra", "ADMINISTRATOR", "administrator", "khac")) {
            assertThat(come(browser, "s-linked", group).body()).as(group).contains("/login?stranger");
            assertThat(browser.get("/dossiers").statusCode()).as(group).isEqualTo(302);
        }
    }

    @ParameterizedTest
    @EnumSource(value = TestIssuer.Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whatIsWrongWithATokenKeepsEverybodyOut(TestIssuer.Fault fault) {
        PlainBrowser browser = new PlainBrowser(fixture.address());
        issuer.fault = fault;
        HttpResponse<String> answer =
                come(browser, fault == TestIssuer.Fault.CHANGED_AFTERWARDS ? "s-other" : "s-linked", "van-hanh");
        assertThat(answer.headers().firstValue("Location").orElse(answer.body()))
                .endsWith("/login?issuer");
        assertThat(browser.get("/dossiers").statusCode()).isEqualTo(302);
    }

    @Test
    void aCodeOfAnotherBrowserIsNotTaken() {
        PlainBrowser thief = new PlainBrowser(fixture.address());
        PlainBrowser victim = new PlainBrowser(fixture.address());
        issuer.subject = "s-linked";
        issuer.groups = List.of("van-hanh");
        String back = issuer.loggedIn(sent(thief));
        assertThat(victim.get(back).headers().firstValue("Location").orElseThrow())
                .endsWith("/login?issuer");
        sent(victim);
        assertThat(victim.get(back).headers().firstValue("Location").orElseThrow())
                .as("its own login does not help")
                .endsWith("/login?issuer");
        assertThat(victim.get("/dossiers").statusCode()).isEqualTo(302);
    }

    @Test
    void whoWentBeforeARestartComesBackAfterIt() {
        Clock clock = Clock.systemUTC();
        SecretBox box = fixture.part(SecretBox.class);
        OAuth2AuthorizationRequest wanted = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri("https://sso.example/auth")
                .clientId("cong")
                .redirectUri("https://cong.example/login/back/console")
                .scope("openid")
                .state("s1")
                .attributes(all -> all.put("nonce", "n1"))
                .build();
        MockHttpServletResponse gone = new MockHttpServletResponse();
        new PendingLogins(clock, box, true).saveAuthorizationRequest(wanted, new MockHttpServletRequest(), gone);
        Cookie cookie = gone.getCookie("lienthong-login");
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.getValue()).hasSizeLessThan(3_000).doesNotContain("n1");
        MockHttpServletRequest back = new MockHttpServletRequest();
        back.setCookies(cookie);
        back.setParameter("state", "s1");
        PendingLogins anotherNode = new PendingLogins(clock, box, true);
        OAuth2AuthorizationRequest found = anotherNode.loadAuthorizationRequest(back);
        assertThat(found.getRedirectUri()).isEqualTo(wanted.getRedirectUri());
        assertThat(found.<String>getAttribute("nonce")).isEqualTo("n1");
        back.setParameter("state", "another");
        assertThat(anotherNode.loadAuthorizationRequest(back)).isNull();
        back.setParameter("state", "s1");
        assertThat(new PendingLogins(Clock.offset(clock, Duration.ofMinutes(11)), box, true)
                        .loadAuthorizationRequest(back))
                .isNull();
        back.setCookies(new Cookie("lienthong-login", "A".repeat(200)));
        assertThat(anotherNode.loadAuthorizationRequest(back)).isNull();
    }

    @Test
    void passwordsAreOffButForTheBreakGlass() {
        PlainBrowser browser = new PlainBrowser(fixture.address());
        assertThat(browser.login("operator", ConsoleFixture.PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/login?wrong");
        assertThat(PlainBrowser.loggedIn(fixture.address(), Role.ADMINISTRATOR)
                        .get("/people")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anIssuerThatIsDownOrAnotherOneIsSaid(@TempDir Path folder) throws Exception {
        try (TestIssuer another = new TestIssuer()) {
            another.nameInDiscovery = Optional.of("https://another.example");
            try (ConsoleFixture other = new ConsoleFixture(
                    folder.resolve("data"),
                    Map.of(
                            "console.oidc.issuer",
                            another.address(),
                            "console.oidc.client-id",
                            TestIssuer.CLIENT,
                            "console.oidc.client-secret",
                            TestIssuer.SECRET,
                            "console.oidc.timeout",
                            "300ms",
                            "console.plain-http",
                            "true"))) {
                PlainBrowser browser = new PlainBrowser(other.address());
                HttpResponse<String> login = browser.get("/login");
                assertThat(login.headers().firstValue("Set-Cookie").orElseThrow())
                        .as("a proxy in front ends TLS")
                        .contains("Secure");
                assertThat(login.headers().firstValue("Strict-Transport-Security"))
                        .isPresent();
                assertThat(browser.get("/login/with/console")
                                .headers()
                                .firstValue("Location")
                                .orElseThrow())
                        .endsWith("/login?unreachable");
                assertThat(browser.get("/login?unreachable").body()).contains("Chưa liên lạc được");
                assertThat(browser.get("/login/with/other").statusCode()).isEqualTo(404);
            }
        }
    }

    private HttpResponse<String> come(PlainBrowser browser, String subject, String... groups) {
        issuer.subject = subject;
        issuer.groups = List.of(groups);
        return browser.get(issuer.loggedIn(sent(browser)));
    }

    private static URI sent(PlainBrowser browser) {
        HttpResponse<String> sent = browser.get("/login/with/console");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        return URI.create(sent.headers().firstValue("Location").orElseThrow());
    }
}
