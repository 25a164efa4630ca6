package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.CloseAccount;
import vn.lienthong.gateway.access.InvitePerson;
import vn.lienthong.gateway.access.Role;

/** How people come in: by a link, by password and code, and how they are kept out. */
@Tag("ci")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleTest {

    private static final String GOOD = "bốn con trâu xanh";
    private static final Pattern RECOVERY = Pattern.compile("[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}");

    private ConsoleFixture fixture;

    @BeforeAll
    void start(@TempDir Path folder) {
        fixture = new ConsoleFixture(folder.resolve("data"));
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    private record Newcomer(PlainBrowser browser, Phone phone, List<String> recovery) {}

    @Test
    void aLinkLeadsInOnceAndIsClearAfterwards() {
        String link = link("moi.mot", Role.AUDITOR);
        PlainBrowser browser = new PlainBrowser(fixture.address());
        HttpResponse<String> page = browser.get(link);
        assertThat(page.body()).contains("moi.mot", "Kiểm tra (chỉ xem)", "<svg", "autocomplete=\"one-time-code\"");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        Phone phone = Phone.of(page.body());
        assertThat(browser.get(link).body())
                .as("looking again shows the same key")
                .contains(keyOf(page.body()));

        HttpResponse<String> wrong = browser.post(link, fields("Password123456", "Password12345", "000000"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("quá thường gặp", "hai lần nhập mật khẩu khác nhau", "Mã xác thực")
                .doesNotContain("Password123456")
                .doesNotContain("??");

        HttpResponse<String> in = browser.post(link, fields(GOOD, GOOD, phone.code(0)));
        assertThat(in.statusCode()).isEqualTo(200);
        assertThat(recovery(in.body())).hasSize(10);
        assertThat(browser.get("/dossiers").statusCode()).isEqualTo(200);
        assertThat(account("moi.mot")).isEqualTo(new Account("moi.mot", "Người Mới", Role.AUDITOR, false, true));

        HttpResponse<String> again = new PlainBrowser(fixture.address()).get(link);
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("đã được dùng", "báo ngay cho quản trị viên");
    }

    @Test
    void wrongAndExpiredLinksSaySo() {
        PlainBrowser browser = new PlainBrowser(fixture.address());
        for (String token : List.of("abc", "A".repeat(43), "A".repeat(400), "%00", "..%2f")) {
            HttpResponse<String> page = browser.get("/invite/" + token);
            assertThat(page.statusCode()).as(token).isIn(400, 404);
            assertThat(page.body()).as(token).doesNotContain("at vn.lienthong");
        }
        assertThat(browser.get("/invite/" + "A".repeat(43)).body()).contains("không đúng");
        browser.get("/login");
        assertThat(browser.post("/invite/" + "A".repeat(43), fields(GOOD, GOOD, "1"))
                        .statusCode())
                .isEqualTo(404);
        String link = link("qua.han", Role.CLERK);
        browser.get(link);
        fixture.part(Jdbi.class)
                .useHandle(
                        handle -> handle.execute(
                                "update account_invite set expires_at = now() - interval '1 second' where username = 'qua.han'"));
        assertThat(browser.post(link, fields(GOOD, GOOD, "000000")).body()).contains("đã hết hạn");
        assertThat(browser.get(link).statusCode()).isEqualTo(410);
        assertThat(fixture.part(Accounts.class).find("qua.han")).isEmpty();
    }

    @Test
    void aPasswordAloneOpensNothing() {
        Newcomer person = newcomer("hai.buoc", Role.ADMINISTRATOR);
        PlainBrowser other = new PlainBrowser(fixture.address());
        assertThat(location(other.login("hai.buoc", GOOD))).endsWith("/login/code");
        for (String path : List.of("/", "/dossiers", "/people", "/me", "/journal", "/overview")) {
            assertThat(location(other.get(path))).as(path).endsWith("/login/code");
        }
        assertThat(other.get("/login/code").body()).contains("hai.buoc").doesNotContain("Tìm văn bản");
        assertThat(other.post("/me/sign-out", Map.of()).statusCode()).isEqualTo(302);
        assertThat(other.get("/overview", "HX-Request", "true").headers().firstValue("HX-Redirect"))
                .hasValue("/login/code");

        assertThat(other.post("/login/code", Map.of("code", person.phone.code(0)))
                        .body())
                .as("the one that was used at the invitation")
                .contains("Mã không đúng");
        assertThat(location(other.post("/login/code", Map.of("code", person.phone.code(1)))))
                .as("the page asked for first")
                .contains("/");
        assertThat(other.get("/people").statusCode()).isEqualTo(200);
        assertThat(journal())
                .anyMatch(event -> event.act().equals(Optional.of(AccessAct.FACTOR_FAILED))
                        && event.subject().equals("hai.buoc"))
                .anyMatch(event -> event.act().equals(Optional.of(AccessAct.LOGGED_IN))
                        && event.subject().equals("hai.buoc"));

        PlainBrowser thief = new PlainBrowser(fixture.address());
        thief.login("hai.buoc", GOOD);
        thief.get("/login/code");
        assertThat(thief.post("/login/code", Map.of("code", person.phone.code(1)))
                        .body())
                .as("a code seen over the shoulder")
                .contains("Mã không đúng");
    }

    @Test
    void aRecoveryCodeWorksOnceAndGuessingIsStopped() {
        Newcomer person = newcomer("mat.may", Role.OPERATOR);
        String code = person.recovery.getFirst();
        PlainBrowser first = new PlainBrowser(fixture.address());
        first.login("mat.may", GOOD);
        first.get("/login/code");
        HttpResponse<String> in = first.post("/login/code", Map.of("code", code.toLowerCase(java.util.Locale.ROOT)));
        assertThat(location(in)).contains("/me");
        assertThat(first.get("/me?recovery-used").body()).contains("còn 9 mã");

        PlainBrowser second = new PlainBrowser(fixture.address());
        second.login("mat.may", GOOD);
        second.get("/login/code");
        assertThat(second.post("/login/code", Map.of("code", code)).body()).contains("Mã không đúng");
        for (int guess = 0; guess < 4; guess++) {
            second.post("/login/code", Map.of("code", "00000" + guess));
        }
        assertThat(second.post("/login/code", Map.of("code", person.phone.code(1)))
                        .body())
                .contains("quá nhiều lần");
        assertThat(second.get("/dossiers").statusCode()).isEqualTo(302);
    }

    @Test
    void anAccountWithoutASecondFactorSetsOneUpFirst() {
        String hash = fixture.part(Accounts.class).passwordHash("operator").orElseThrow();
        fixture.part(Accounts.class).save(new Account("chua.cai", "Chưa Cài", Role.OPERATOR, false, true), hash);
        PlainBrowser browser = new PlainBrowser(fixture.address());
        assertThat(location(browser.login("chua.cai", ConsoleFixture.PASSWORD))).endsWith("/login/set-up");
        assertThat(location(browser.get("/dossiers"))).endsWith("/login/set-up");
        Phone phone = Phone.of(browser.get("/login/set-up").body());
        assertThat(browser.post("/login/set-up", Map.of("code", "000000")).body())
                .contains("Mã không đúng");
        assertThat(recovery(browser.post("/login/set-up", Map.of("code", phone.code(0)))
                        .body()))
                .hasSize(10);
        assertThat(browser.get("/dossiers").statusCode()).isEqualTo(200);
    }

    @Test
    void signingOutEverywhereLeavesOnlyThisSession() {
        Newcomer here = newcomer("quen.thoat", Role.AUDITOR);
        PlainBrowser there = new PlainBrowser(fixture.address());
        there.login("quen.thoat", GOOD);
        there.get("/login/code");
        there.post("/login/code", Map.of("code", here.recovery.getFirst()));
        assertThat(there.get("/dossiers").statusCode()).isEqualTo(200);
        here.browser.get("/me");
        assertThat(location(here.browser.post("/me/sign-out", Map.of()))).endsWith("/me");
        assertThat(location(there.get("/dossiers"))).endsWith("/login?ended");
        assertThat(here.browser.get("/dossiers").statusCode()).isEqualTo(200);

        here.browser.get("/me");
        Map<String, String> change =
                Map.of("current", GOOD, "password", "năm con trâu vàng", "repeated", "năm con trâu vàng");
        assertThat(here.browser
                        .post("/me/password", Map.of("current", "sai", "password", "x", "repeated", "x"))
                        .body())
                .contains("Mật khẩu đang dùng");
        assertThat(location(here.browser.post("/me/password", change))).endsWith("/me");
        assertThat(location(new PlainBrowser(fixture.address()).login("quen.thoat", GOOD)))
                .endsWith("/login?wrong");
        assertThat(here.browser.get("/dossiers").statusCode()).isEqualTo(200);
    }

    @Test
    void anAdministratorInvitesResetsAndCloses() {
        PlainBrowser administrator = PlainBrowser.loggedIn(fixture.address(), Role.ADMINISTRATOR);
        administrator.get("/people");
        HttpResponse<String> invited = administrator.post(
                "/people/invite", Map.of("username", "bi.mat.may", "fullName", "Trần Thị B", "role", "CLERK"));
        Newcomer person = come(linkOn(invited.body()), "bi.mat.may");
        assertThat(person.browser.get("/in-tray").statusCode()).isEqualTo(200);
        assertThat(administrator
                        .post("/people/invite", Map.of("username", "bi.mat.may", "fullName", "X", "role", "CLERK"))
                        .body())
                .contains("đã có");

        HttpResponse<String> reset = administrator.post("/people/bi.mat.may/reset", Map.of());
        assertThat(location(person.browser.get("/in-tray"))).endsWith("/login?ended");
        assertThat(location(new PlainBrowser(fixture.address()).login("bi.mat.may", GOOD)))
                .endsWith("/login?wrong");
        Newcomer back = come(linkOn(reset.body()), "bi.mat.may");
        assertThat(account("bi.mat.may").role()).isEqualTo(Role.CLERK);

        administrator.get("/people");
        administrator.post("/people/bi.mat.may/close", Map.of());
        assertThat(location(back.browser.get("/in-tray"))).endsWith("/login?ended");
        assertThat(administrator.post("/people/administrator/close", Map.of()).statusCode())
                .as("nobody closes his own account")
                .isEqualTo(404);
        assertThat(administrator.get("/journal").body())
                .contains("Hủy xác thực hai bước", "bi.mat.may", "Đóng tài khoản")
                .doesNotContain("??");
    }

    @Test
    void whoseLoginIsHalfDoneSetsNoFactorUpInPlaceOfOneThatIsThere() {
        fixture.account("hai.noi", Role.OPERATOR);
        String hash = fixture.part(Accounts.class).passwordHash("hai.noi").orElseThrow();
        fixture.part(Accounts.class).save(new Account("hai.noi", "Hai Nơi", Role.OPERATOR, false, true), hash);
        PlainBrowser thief = new PlainBrowser(fixture.address());
        thief.login("hai.noi", ConsoleFixture.PASSWORD);
        Phone stolen = Phone.of(thief.get("/login/set-up").body());
        PlainBrowser person = new PlainBrowser(fixture.address());
        person.login("hai.noi", ConsoleFixture.PASSWORD);
        Phone phone = Phone.of(person.get("/login/set-up").body());
        assertThat(recovery(person.post("/login/set-up", Map.of("code", phone.code(0)))
                        .body()))
                .hasSize(10);
        thief.get("/login/set-up");
        assertThat(location(thief.post("/login/set-up", Map.of("code", stolen.code(0)))))
                .contains("/login");
        assertThat(thief.get("/dossiers").statusCode()).isEqualTo(302);
        PlainBrowser again = new PlainBrowser(fixture.address());
        again.login("hai.noi", ConsoleFixture.PASSWORD);
        again.get("/login/code");
        assertThat(again.post("/login/code", Map.of("code", phone.code(1))).statusCode())
                .isEqualTo(302);
        assertThat(again.get("/dossiers").statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyThatSomebodySawInThisBrowserIsNotTheNextOnes() {
        for (String name : List.of("chung.mot", "chung.hai")) {
            fixture.account(name, Role.OPERATOR);
            String hash = fixture.part(Accounts.class).passwordHash(name).orElseThrow();
            fixture.part(Accounts.class).save(new Account(name, "Chung Máy", Role.OPERATOR, false, true), hash);
        }
        PlainBrowser shared = new PlainBrowser(fixture.address());
        shared.login("chung.mot", ConsoleFixture.PASSWORD);
        String first = keyOf(shared.get("/login/set-up").body());
        shared.login("chung.hai", ConsoleFixture.PASSWORD);
        assertThat(keyOf(shared.get("/login/set-up").body())).isNotEqualTo(first);
        shared.login("chung.mot", ConsoleFixture.PASSWORD);
        assertThat(keyOf(shared.get("/login/set-up").body()))
                .as("nor by coming again")
                .isNotEqualTo(first);
    }

    @Test
    void anotherPhoneIsSetUpOnlyByWhoHasTheFirst() {
        Newcomer person = newcomer("doi.may", Role.AUDITOR);
        String form = person.browser.get("/me").body();
        assertThat(form).contains("name=\"present\"");
        assertThat(person.browser.post("/me/factor", Map.of("current", GOOD)).body())
                .as("the password alone")
                .contains("không đúng hoặc đã dùng rồi")
                .doesNotContain("class=\"code key\"");
        assertThat(person.browser.post("/me/recovery", Map.of("current", GOOD)).body())
                .contains("không đúng hoặc đã dùng rồi");
        String page = person.browser
                .post("/me/factor", Map.of("current", GOOD, "present", person.recovery.getFirst()))
                .body();
        Phone other = Phone.of(page);
        assertThat(recovery(person.browser
                        .post("/me/factor", Map.of("current", GOOD, "code", other.code(0)))
                        .body()))
                .hasSize(10);
        assertThat(person.browser.post("/me/recovery", Map.of("current", GOOD)).body())
                .as("one code for one act")
                .contains("không đúng hoặc đã dùng rồi");
    }

    @Test
    void whoHasToWaitIsNotToldThatThePasswordIsWrong() {
        Newcomer person = newcomer("sai.nhieu", Role.AUDITOR);
        person.browser.get("/me");
        Map<String, String> wrong = Map.of("current", "sai", "password", "x", "repeated", "x");
        for (int tries = 0; tries < 3; tries++) {
            assertThat(person.browser.post("/me/password", wrong).body()).contains("không đúng");
        }
        assertThat(person.browser
                        .post("/me/password", Map.of("current", GOOD, "password", "x", "repeated", "x"))
                        .body())
                .contains("quá nhiều lần")
                .doesNotContain("<span>không đúng");
    }

    @Test
    void theLastAdministratorIsNotClosed() {
        PlainBrowser administrator = PlainBrowser.loggedIn(fixture.address(), Role.ADMINISTRATOR);
        fixture.account("cuoi.cung", Role.ADMINISTRATOR);
        Accounts accounts = fixture.part(Accounts.class);
        List<String> others = accounts.all().stream()
                .filter(account -> account.enabled() && account.role() == Role.ADMINISTRATOR)
                .map(Account::username)
                .filter(name -> !name.equals("cuoi.cung") && !name.equals("administrator"))
                .toList();
        others.forEach(accounts::close);
        PlainBrowser last = PlainBrowser.loggedIn(fixture.address(), "cuoi.cung");
        administrator.get("/people");
        administrator.get("/people/cuoi.cung/close");
        last.get("/people");
        assertThat(location(last.post("/people/administrator/close", Map.of()))).endsWith("/people");
        assertThat(accounts.isLastAdministrator("cuoi.cung")).isTrue();
        assertThat(fixture.part(CloseAccount.class).close("cuoi.cung", "USER:x"))
                .isEqualTo(CloseAccount.Outcome.LAST_ADMINISTRATOR);
        fixture.account("administrator", Role.ADMINISTRATOR);
    }

    @Test
    void aSessionEndsThatNobodyUsesOrThatIsOld() {
        Instant now = Instant.parse("2026-03-01T02:00:00Z");
        SessionClock clock = new SessionClock(now);
        assertThat(clock.after(29, 29, 29).statusIsIn()).isTrue();
        assertThat(clock.after(29, 31).statusIsIn()).isFalse();
        assertThat(clock.after(Stream.generate(() -> 25)
                                .limit(28)
                                .mapToInt(i -> i)
                                .toArray())
                        .statusIsIn())
                .as("after 700 minutes")
                .isTrue();
        assertThat(clock.after(Stream.generate(() -> 25)
                                .limit(29)
                                .mapToInt(i -> i)
                                .toArray())
                        .statusIsIn())
                .as("after 725 minutes")
                .isFalse();
    }

    private List<AccessEvent> journal() {
        return fixture.part(AccessEvents.class).latest(500);
    }

    private Account account(String username) {
        return fixture.part(Accounts.class).find(username).orElseThrow();
    }

    private String link(String username, Role role) {
        InvitePerson.Outcome outcome = fixture.part(InvitePerson.class).invite(username, "Người Mời", role, "CLI:root");
        return ((InvitePerson.Outcome.Invited) outcome).link().path();
    }

    private Newcomer newcomer(String username, Role role) {
        return come(link(username, role), username);
    }

    private Newcomer come(String link, String username) {
        PlainBrowser browser = new PlainBrowser(fixture.address());
        Phone phone = Phone.of(browser.get(link).body());
        String page = browser.post(link, fields(GOOD, GOOD, phone.code(0))).body();
        List<String> recovery = recovery(page);
        assertThat(recovery).as(username + ": " + page).hasSize(10);
        return new Newcomer(browser, phone, recovery);
    }

    private static Map<String, String> fields(String password, String repeated, String code) {
        return Map.of("fullName", "Người Mới", "password", password, "repeated", repeated, "code", code);
    }

    private static List<String> recovery(String page) {
        return RECOVERY.matcher(page).results().map(found -> found.group()).toList();
    }

    private static String keyOf(String page) {
        Matcher key = Pattern.compile("class=\"code key\">([^<]+)<").matcher(page);
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private static String linkOn(String page) {
        Matcher link =
                Pattern.compile("http://[^<\\s]+(/invite/[A-Za-z0-9_-]{43})").matcher(page);
        assertThat(link.find()).as(page).isTrue();
        return link.group(1);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + " " + answer.body());
    }
}
