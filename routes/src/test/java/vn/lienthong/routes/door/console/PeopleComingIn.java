package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.Role;

/** A link, a password and a code: how people come in, each of them once. */
abstract class PeopleComingIn extends PeopleCase {
    PeopleComingIn(ConsoleFixture fixture) {
        super(fixture);
    }

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

        assertThat(other.post("/login/code", Map.of("code", person.phone().code(0)))
                        .body())
                .as("the one that was used at the invitation")
                .contains("Mã không đúng");
        assertThat(location(
                        other.post("/login/code", Map.of("code", person.phone().code(1)))))
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
        assertThat(thief.post("/login/code", Map.of("code", person.phone().code(1)))
                        .body())
                .as("a code seen over the shoulder")
                .contains("Mã không đúng");
    }

    @Test
    void aRecoveryCodeWorksOnceAndGuessingIsStopped() {
        Newcomer person = newcomer("mat.may", Role.OPERATOR);
        String code = person.recovery().getFirst();
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
        assertThat(second.post("/login/code", Map.of("code", person.phone().code(1)))
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
}
