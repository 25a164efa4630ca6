package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
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
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.LetIn;
import vn.lienthong.gateway.access.ProposedAct;
import vn.lienthong.gateway.access.RegistrationRequests;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.access.SecondPerson;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;

/** Two people at the console, where two are required. */
@Tag("ci")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProposalPagesTest {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

    private ConsoleFixture fixture;

    @BeforeAll
    void start(@TempDir Path folder) {
        fixture = new ConsoleFixture(folder.resolve("data"), Map.of("console.second-person.required", "true"));
        fixture.account("registrar.hai", Role.REGISTRAR);
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    @Test
    void aClosingIsProposedByOneAndConfirmedByAnother() {
        long request = asked("H26");
        PlainBrowser first = PlainBrowser.loggedIn(fixture.address(), Role.REGISTRAR);
        String form = first.get("/requests/" + request + "/approve?code=H26&from=2031-01-01&successor=")
                .body();
        assertThat(form).contains("Đề nghị đóng", "cần hai người");
        HttpResponse<String> proposed = first.post(
                "/requests/" + request + "/approve",
                Map.of("code", "H26", "from", "2031-01-01", "successor", "", "seen", seen(form), "reason", "giải thể"));
        String path = proposed.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", "");
        assertThat(path).matches("/proposals/\\d+");
        assertThat(isOpen("H26")).isTrue();

        String mine = first.get(path).body();
        assertThat(mine).contains("Bạn là người đề nghị", "Rút đề nghị").doesNotContain("Xác nhận và làm ngay");
        Map<String, String> agree = Map.of("seen", seen(mine), "reason", "đồng ý");
        assertThat(first.post(path + "/confirm", agree).body()).contains("không tự xác nhận được");
        assertThat(isOpen("H26")).isTrue();

        PlainBrowser auditor = PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR);
        assertThat(auditor.get(path).body()).contains("chỉ xem được").doesNotContain("<textarea");
        assertThat(auditor.post(path + "/confirm", agree).statusCode()).isEqualTo(403);

        PlainBrowser second = PlainBrowser.loggedIn(fixture.address(), "registrar.hai");
        assertThat(second.get("/").body())
                .as("the badge")
                .containsPattern("Đề nghị</span> <b class=\"badge attention\">1");
        assertThat(second.get("/proposals").body()).contains("đóng cơ quan H26", "giải thể");
        String shown = second.get(path).body();
        assertThat(shown).contains("đóng: H26", "registrar", "SHA-256").doesNotContain("??");
        assertThat(second.post(path + "/confirm", Map.of("seen", seen(shown))).body())
                .as("without a reason")
                .contains("role=\"alert\"");
        assertThat(second.post(path + "/confirm", Map.of("seen", seen(shown), "reason", "đã xem nghị quyết"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(second.get(path).body()).contains("Đã xác nhận và làm", "registrar.hai", "đã xem nghị quyết");
        assertThat(isOpen("H26")).as("not before its day").isTrue();
        assertThat(fixture.part(Agencies.class).current().rows().agencies()).anyMatch(agency -> agency.to()
                .filter(to -> to.toString().startsWith("2030-12-31"))
                .isPresent());
        assertThat(second.get("/requests?decided=true").body()).contains("đề nghị: registrar, xác nhận: registrar.hai");
        assertThat(fixture.part(AccessEvents.class).latest(20))
                .anyMatch(event -> event.act().equals(Optional.of(AccessAct.CONFIRMED))
                        && event.actor().equals("USER:registrar.hai"));
    }

    @Test
    void whoWasLetInByTheProposerIsToldWhyHeCannotConfirm() {
        Instant now = fixture.part(Clock.class).instant();
        fixture.account("qt.moi", Role.ADMINISTRATOR);
        fixture.part(Accounts.class).letIn("qt.moi", new LetIn("USER:administrator", now));
        PlainBrowser browser = PlainBrowser.loggedIn(fixture.address(), "qt.moi");
        for (String proposer : List.of("USER:administrator", "CLI:root")) {
            String path = "/proposals/"
                    + fixture.part(SecondPerson.class)
                            .propose(new ProposedAct.ImportTable("code,name,from\n"), "nạp bảng", proposer, "thử")
                            .id();
            if (proposer.equals("CLI:root")) {
                fixture.part(Accounts.class).letIn("qt.moi", new LetIn("CLI:other", now));
            }
            String said = proposer.equals("CLI:root") ? "--as TÊN_ĐĂNG_NHẬP" : "administrator vừa mời";
            assertThat(browser.get(path).body()).contains(said).doesNotContain("Xác nhận và làm ngay", "??");
            assertThat(browser.post(path + "/confirm", Map.of("seen", "0", "reason", "x"))
                            .body())
                    .contains(said);
            assertThat(browser.get(path + "?lang=en").body())
                    .contains("cannot confirm")
                    .doesNotContain("??");
            browser.get(path + "?lang=vi");
            browser.post(path + "/decline", Map.of("reason", "thôi"));
        }
    }

    @Test
    void whoHasASecondFactorShowsItAnew() {
        fixture.account("qt.ma", Role.ADMINISTRATOR);
        PlainBrowser browser = PlainBrowser.loggedIn(fixture.address(), "qt.ma");
        browser.get("/me");
        Phone phone = Phone.of(browser.post("/me/factor", Map.of("current", ConsoleFixture.PASSWORD))
                .body());
        browser.post("/me/factor", Map.of("current", ConsoleFixture.PASSWORD, "code", phone.code(0)));
        String table = "code,name,superior_code,from\nH53.71,Sở Mã mới,H53,2025-07-01\n";
        String path = "/proposals/"
                + fixture.part(SecondPerson.class)
                        .propose(new ProposedAct.ImportTable(table), "nạp bảng", "USER:registrar", "thử")
                        .id();
        String shown = browser.get(path).body();
        assertThat(shown).contains("name=\"code\"");
        Map<String, String> without = Map.of("seen", seen(shown), "reason", "đã xem");
        assertThat(browser.post(path + "/confirm", without).body()).contains("Mã không đúng");
        assertThat(isOpen("H53.71")).isFalse();
        assertThat(browser.post(
                                path + "/confirm",
                                Map.of("seen", seen(shown), "reason", "đã xem", "code", phone.code(1)))
                        .statusCode())
                .isEqualTo(302);
        assertThat(isOpen("H53.71")).isTrue();
    }

    @Test
    void trustIsForAdministratorsAndAProposalCanBeDeclined() {
        long id = fixture.part(SecondPerson.class)
                .propose(
                        new ProposedAct.RemoveTrust("party", "ab".repeat(32)),
                        "bỏ khỏi kho tin cậy party",
                        "CLI:root",
                        "thử")
                .id();
        String path = "/proposals/" + id;
        PlainBrowser registrar = PlainBrowser.loggedIn(fixture.address(), Role.REGISTRAR);
        assertThat(registrar.get(path).body()).contains("chỉ xem được", "không có trong nhánh party");
        registrar.get("/me");
        assertThat(registrar
                        .post(path + "/confirm", Map.of("seen", "0", "reason", "x"))
                        .body())
                .contains("chỉ xem được");
        PlainBrowser administrator = PlainBrowser.loggedIn(fixture.address(), Role.ADMINISTRATOR);
        assertThat(administrator.get(path).body()).doesNotContain("Xác nhận và làm ngay");
        assertThat(administrator
                        .post(path + "/confirm", Map.of("seen", "0", "reason", "x"))
                        .body())
                .contains("Chưa làm gì");
        administrator.post(path + "/decline", Map.of("reason", "không có chứng thư đó"));
        assertThat(administrator.get(path).body()).contains("Không đồng ý", "không có chứng thư đó");
        assertThat(administrator.get("/proposals?past=true").body()).contains("bỏ khỏi kho tin cậy party");
        for (String language : List.of("vi", "en")) {
            assertThat(administrator
                            .get("/proposals?past=true&lang=" + language)
                            .body())
                    .doesNotContain("??");
        }
        administrator.get("/proposals?lang=vi");
    }

    private long asked(String code) {
        RegistrationRequests requests = fixture.part(RegistrationRequests.class);
        requests.add(new RegistrationRequests.Request(
                0, fixture.part(Clock.class).instant(), "asker", "deleteAgency", "AgencyCode=" + code));
        return requests.open(500).getLast().id();
    }

    private boolean isOpen(String code) {
        Agencies agencies = fixture.part(Agencies.class);
        agencies.refreshIfNewer();
        return agencies.current()
                .holderOf(new AgencyCode(code), fixture.part(Clock.class).instant())
                .isPresent();
    }

    private static String seen(String page) {
        Matcher found = SEEN.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }
}
