package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.access.Systems;

/** An administrator says who works for which agency, at the console. */
@Tag("ci")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MandatePagesTest {

    private static final Pattern KEY = Pattern.compile("name=\"mandate\" value=\"([^\"]+)\"");

    private ConsoleFixture fixture;
    private PlainBrowser administrator;

    @BeforeAll
    void start(@TempDir Path folder) {
        fixture = new ConsoleFixture(folder.resolve("data"));
        administrator = PlainBrowser.loggedIn(fixture.address(), Role.ADMINISTRATOR);
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    @Test
    void aClerkGetsAMandateAndLosesIt() {
        fixture.account("vt.moi", Role.CLERK);
        assertThat(administrator.get("/people/vt.moi").body())
                .contains("Chưa có quyền nào", "Nhận văn bản đến")
                .doesNotContain("Chuyển tiếp cho", "??");
        String path = "/people/vt.moi/mandates";
        assertThat(administrator.post(path, fields("H26.99", "COLLECT", "")).body())
                .contains("không chỉ cơ quan nào đang hoạt động");
        assertThat(administrator.post(path, fields("H26", "TRANSIT", "")).body())
                .contains("một quyền trong danh sách");
        assertThat(administrator
                        .post(path, fields("H26", "COLLECT", "2001-01-01"))
                        .body())
                .contains("một ngày sau ngày bắt đầu");
        HttpResponse<String> shown = administrator.post(path, fields("H26", "COLLECT", ""));
        assertThat(shown.body())
                .contains("(H26)", "Cấp quyền cho vt.moi", "không hạn")
                .doesNotContain("??");
        assertThat(mandates("vt.moi")).as("only shown").isEmpty();
        assertThat(administrator.post(path, sure(fields("H26", "COLLECT", ""))).statusCode())
                .isEqualTo(302);
        assertThat(mandates("vt.moi")).singleElement().satisfies(mandate -> assertThat(mandate.right())
                .isEqualTo(Right.COLLECT));
        administrator.post(path, sure(fields("H26", "COLLECT", "")));
        assertThat(mandates("vt.moi")).as("what is held is not granted twice").hasSize(1);
        assertThat(PlainBrowser.loggedIn(fixture.address(), "vt.moi")
                        .get("/in-tray")
                        .body())
                .contains("H26");

        Map<String, String> end =
                Map.of("mandate", key(administrator.get("/people/vt.moi").body()));
        assertThat(administrator.post(path + "/end", end).body()).contains("Kết thúc quyền của vt.moi");
        assertThat(mandates("vt.moi").getFirst().to()).isEmpty();
        administrator.post(path + "/end", sure(end));
        assertThat(mandates("vt.moi").getFirst().to()).isPresent();
        assertThat(administrator.get("/people/vt.moi").body()).contains("Đã hết");
        assertThat(fixture.part(AccessEvents.class).latest(9))
                .filteredOn(event -> event.subject().equals("vt.moi"))
                .extracting(event -> event.name() + " " + event.actor())
                .contains("MANDATE_GRANTED USER:administrator", "MANDATE_ENDED USER:administrator");
    }

    @Test
    void aSystemsMandatesLikewise() {
        fixture.part(Systems.class)
                .save(
                        new ReceivingSystem(
                                "sys.moi-1",
                                "Phần mềm mới",
                                CallerKind.AGENCY,
                                ReceivingSystem.DEFAULT_TIMESTAMP_WINDOW,
                                List.of("10.0.0.0/8"),
                                Optional.empty(),
                                Optional.empty(),
                                true),
                        new byte[] {1});
        assertThat(administrator.get("/systems").body()).contains("sys.moi-1", "Phần mềm mới");
        assertThat(administrator.get("/systems/sys.moi-1").body()).contains("10.0.0.0/8", "Chưa có quyền nào");
        String path = "/systems/sys.moi-1/mandates";
        administrator.post(path, sure(fields("H26", "SEND", "")));
        assertThat(fixture.part(Systems.class).mandates("sys.moi-1")).hasSize(1);
        for (String language : List.of("en", "vi")) {
            assertThat(administrator.get("/systems/sys.moi-1?lang=" + language).body())
                    .contains("(H26)")
                    .doesNotContain("??");
        }
        assertThat(administrator.get("/systems/khong.co").statusCode()).isEqualTo(404);
        assertThat(PlainBrowser.loggedIn(fixture.address(), Role.OPERATOR)
                        .get("/systems")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aRoleIsChangedAndTheOldOneCountsNoLonger() {
        fixture.account("doi.vai", Role.OPERATOR);
        PlainBrowser person = PlainBrowser.loggedIn(fixture.address(), "doi.vai");
        assertThat(person.get("/dossiers").statusCode()).isEqualTo(200);
        administrator.get("/people/doi.vai");
        assertThat(administrator
                        .post("/people/doi.vai/role", Map.of("role", "CLERK"))
                        .body())
                .contains("Đổi vai trò của doi.vai", "Vận hành", "Văn thư");
        assertThat(role("doi.vai")).isEqualTo(Role.OPERATOR);
        administrator.post("/people/doi.vai/role", Map.of("role", "CLERK", "was", "AUDITOR", "sure", "true"));
        assertThat(role("doi.vai")).as("it was another one when it was shown").isEqualTo(Role.OPERATOR);
        administrator.post("/people/doi.vai/role", Map.of("role", "CLERK", "was", "OPERATOR", "sure", "true"));
        assertThat(role("doi.vai")).isEqualTo(Role.CLERK);
        assertThat(person.get("/dossiers").headers().firstValue("Location").orElseThrow())
                .endsWith("/login?ended");
        assertThat(administrator.get("/people/administrator").statusCode())
                .as("nobody changes his own")
                .isEqualTo(404);
    }

    @Test
    void anOpenScreenGivesNobodyARoleOrAMandateOrALink() {
        fixture.account("qt.ma", Role.ADMINISTRATOR);
        fixture.account("duoc.gi", Role.CLERK);
        PlainBrowser browser = PlainBrowser.loggedIn(fixture.address(), "qt.ma");
        browser.get("/me");
        Phone phone = Phone.of(browser.post("/me/factor", Map.of("current", ConsoleFixture.PASSWORD))
                .body());
        browser.post("/me/factor", Map.of("current", ConsoleFixture.PASSWORD, "code", phone.code(0)));
        Map<String, String> role = Map.of("role", "ADMINISTRATOR", "was", "CLERK", "sure", "true");
        assertThat(browser.get("/people").body()).contains("name=\"present\"");
        assertThat(browser.post("/people/duoc.gi/role", role).body()).contains("name=\"present\"", "Mã không đúng");
        assertThat(role("duoc.gi")).isEqualTo(Role.CLERK);
        assertThat(browser.post("/people/duoc.gi/mandates", sure(fields("H26", "COLLECT", "")))
                        .body())
                .contains("name=\"present\"");
        assertThat(mandates("duoc.gi")).isEmpty();
        Map<String, String> invite = Map.of("username", "moi.qt", "fullName", "Mới", "role", "ADMINISTRATOR");
        assertThat(browser.post("/people/invite", invite).body())
                .contains("Mã không đúng")
                .doesNotContain("??");
        assertThat(browser.post("/people/duoc.gi/reset", Map.of()).body()).contains("Mã không đúng");
        Map<String, String> shown = new java.util.HashMap<>(sure(fields("H26", "COLLECT", "")));
        shown.put("present", phone.code(1));
        assertThat(browser.post("/people/duoc.gi/mandates", shown).statusCode()).isEqualTo(302);
        assertThat(mandates("duoc.gi")).hasSize(1);
        assertThat(browser.post("/people/duoc.gi/role", role).body())
                .as("a code is for one act")
                .contains("Mã không đúng");
        assertThat(role("duoc.gi")).isEqualTo(Role.CLERK);
    }

    @Test
    void nothingIsGrantedBackwardsAndFarAwayDaysAreNone() {
        fixture.account("vt.ngay", Role.CLERK);
        String path = "/people/vt.ngay/mandates";
        administrator.get("/people/vt.ngay");
        for (String from : List.of("2001-01-01", "+999999999-12-31", "+300000-01-01", "2300-01-01")) {
            Map<String, String> fields = new java.util.HashMap<>(sure(fields("H26", "COLLECT", "")));
            fields.put("from", from);
            assertThat(administrator.post(path, fields).body()).contains("hôm nay hoặc một ngày sau");
        }
        assertThat(mandates("vt.ngay")).isEmpty();
        for (String day : List.of("%2B999999999-12-31", "%2B300000-01-01", "-5000-01-01")) {
            assertThat(administrator.get("/journal?from=" + day + "&to=" + day).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theJournalIsFilteredPagedAndTakenAlong() {
        AccessEvents events = fixture.part(AccessEvents.class);
        for (int i = 0; i < 101; i++) {
            events.add(new vn.lienthong.gateway.access.AccessEvent(
                    fixture.part(Clock.class).instant(), "USER:nhieu", AccessAct.DECLINED, "=" + i, "x\"y"));
        }
        PlainBrowser auditor = PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR);
        String page = auditor.get("/journal?who=NHIEU&act=DECLINED").body();
        assertThat(page).contains("=100<", "=1<").doesNotContain("=0<", "??");
        Matcher older = Pattern.compile("before=(\\d+)").matcher(page);
        assertThat(older.find()).isTrue();
        assertThat(auditor.get("/journal?who=nhieu&before=" + older.group(1)).body())
                .contains("=0<")
                .doesNotContain("=1<");
        assertThat(auditor.get("/journal?who=nhieu&from=2999-01-01&act=KHONG&before=x")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> table = auditor.get("/journal/export?who=nhieu");
        assertThat(table.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(table.body().lines()).hasSize(102);
        assertThat(table.body()).contains("\"'=100\",\"x\"\"y\"");
        assertThat(events.latest(3))
                .anyMatch(event -> event.act().equals(Optional.of(AccessAct.JOURNAL_EXPORTED))
                        && event.actor().equals("USER:auditor"));
        assertThat(PlainBrowser.loggedIn(fixture.address(), Role.OPERATOR)
                        .get("/journal/export")
                        .statusCode())
                .isEqualTo(403);
    }

    private List<Mandate> mandates(String username) {
        return fixture.part(AccountMandates.class).of(username);
    }

    private Role role(String username) {
        return fixture.part(Accounts.class).find(username).orElseThrow().role();
    }

    private static Map<String, String> fields(String code, String right, String to) {
        return Map.of("code", code, "right", right, "from", "", "to", to);
    }

    private static Map<String, String> sure(Map<String, String> fields) {
        Map<String, String> all = new java.util.HashMap<>(fields);
        all.put("sure", "true");
        return all;
    }

    private static String key(String page) {
        Matcher found = KEY.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }
}
