package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.CloseAccount;
import vn.lienthong.gateway.access.Role;

/** Accounts as people and administrators keep them, and how they are closed. */
abstract class PeopleKept extends PeopleCase {
    PeopleKept(ConsoleFixture fixture) {
        super(fixture);
    }

    @Test
    void signingOutEverywhereLeavesOnlyThisSession() {
        Newcomer here = newcomer("quen.thoat", Role.AUDITOR);
        PlainBrowser there = new PlainBrowser(fixture.address());
        there.login("quen.thoat", GOOD);
        there.get("/login/code");
        there.post("/login/code", Map.of("code", here.recovery().getFirst()));
        assertThat(there.get("/dossiers").statusCode()).isEqualTo(200);
        here.browser().get("/me");
        assertThat(location(here.browser().post("/me/sign-out", Map.of()))).endsWith("/me");
        assertThat(location(there.get("/dossiers"))).endsWith("/login?ended");
        assertThat(here.browser().get("/dossiers").statusCode()).isEqualTo(200);

        here.browser().get("/me");
        Map<String, String> change =
                Map.of("current", GOOD, "password", "năm con trâu vàng", "repeated", "năm con trâu vàng");
        assertThat(here.browser()
                        .post("/me/password", Map.of("current", "sai", "password", "x", "repeated", "x"))
                        .body())
                .contains("Mật khẩu đang dùng");
        assertThat(location(here.browser().post("/me/password", change))).endsWith("/me");
        assertThat(location(new PlainBrowser(fixture.address()).login("quen.thoat", GOOD)))
                .endsWith("/login?wrong");
        assertThat(here.browser().get("/dossiers").statusCode()).isEqualTo(200);
    }

    @Test
    void anAdministratorInvitesResetsAndCloses() {
        PlainBrowser administrator = PlainBrowser.loggedIn(fixture.address(), Role.ADMINISTRATOR);
        administrator.get("/people");
        HttpResponse<String> invited = administrator.post(
                "/people/invite", Map.of("username", "bi.mat.may", "fullName", "Trần Thị B", "role", "CLERK"));
        Newcomer person = come(linkOn(invited.body()), "bi.mat.may");
        assertThat(person.browser().get("/in-tray").statusCode()).isEqualTo(200);
        assertThat(administrator
                        .post("/people/invite", Map.of("username", "bi.mat.may", "fullName", "X", "role", "CLERK"))
                        .body())
                .contains("đã có");

        HttpResponse<String> reset = administrator.post("/people/bi.mat.may/reset", Map.of());
        assertThat(location(person.browser().get("/in-tray"))).endsWith("/login?ended");
        assertThat(location(new PlainBrowser(fixture.address()).login("bi.mat.may", GOOD)))
                .endsWith("/login?wrong");
        Newcomer back = come(linkOn(reset.body()), "bi.mat.may");
        assertThat(account("bi.mat.may").role()).isEqualTo(Role.CLERK);

        administrator.get("/people");
        administrator.post("/people/bi.mat.may/close", Map.of());
        assertThat(location(back.browser().get("/in-tray"))).endsWith("/login?ended");
        assertThat(administrator.post("/people/administrator/close", Map.of()).statusCode())
                .as("nobody closes his own account")
                .isEqualTo(404);
        assertThat(administrator.get("/journal").body())
                .contains("Hủy xác thực hai bước", "bi.mat.may", "Đóng tài khoản")
                .doesNotContain("??");
    }

    @Test
    void anotherPhoneIsSetUpOnlyByWhoHasTheFirst() {
        Newcomer person = newcomer("doi.may", Role.AUDITOR);
        String form = person.browser().get("/me").body();
        assertThat(form).contains("name=\"present\"");
        assertThat(person.browser().post("/me/factor", Map.of("current", GOOD)).body())
                .as("the password alone")
                .contains("không đúng hoặc đã dùng rồi")
                .doesNotContain("class=\"code key\"");
        assertThat(person.browser()
                        .post("/me/recovery", Map.of("current", GOOD))
                        .body())
                .contains("không đúng hoặc đã dùng rồi");
        String page = person.browser()
                .post(
                        "/me/factor",
                        Map.of("current", GOOD, "present", person.recovery().getFirst()))
                .body();
        Phone other = Phone.of(page);
        assertThat(recovery(person.browser()
                        .post("/me/factor", Map.of("current", GOOD, "code", other.code(0)))
                        .body()))
                .hasSize(10);
        assertThat(person.browser()
                        .post("/me/recovery", Map.of("current", GOOD))
                        .body())
                .as("one code for one act")
                .contains("không đúng hoặc đã dùng rồi");
    }

    @Test
    void whoHasToWaitIsNotToldThatThePasswordIsWrong() {
        Newcomer person = newcomer("sai.nhieu", Role.AUDITOR);
        person.browser().get("/me");
        Map<String, String> wrong = Map.of("current", "sai", "password", "x", "repeated", "x");
        for (int tries = 0; tries < 3; tries++) {
            assertThat(person.browser().post("/me/password", wrong).body()).contains("không đúng");
        }
        assertThat(person.browser()
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
}
