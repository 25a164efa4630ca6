package vn.lienthong.routes.door.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.InvitePerson;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.ProposedAct;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.access.SecondPerson;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;

/** From a link to the first page in a real browser, on a screen and on a phone. Leaves pictures in {@code target/console}. */
@Tag("ci")
class PeopleBrowserTest {

    private static final String GOOD = "bốn con trâu xanh";

    private final List<String> complaints = new ArrayList<>();

    @Test
    void aPersonComesByALinkAndKeepsTheAccount(@TempDir Path folder) {
        Optional<Path> chromium = ConsoleBrowserTest.chromium();
        assumeTrue(chromium.isPresent(), "skipped: no chromium or chromium-browser on the PATH");
        try (ConsoleFixture fixture =
                        new ConsoleFixture(folder.resolve("data"), Map.of("console.second-person.required", "true"));
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium.get())
                                .setArgs(ConsoleBrowserTest.ARGUMENTS));
                BrowserContext context =
                        browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("410")) {
                    complaints.add(message.text());
                }
            });
            String link = comeIn(page, fixture);
            long proposal = fixture.part(SecondPerson.class)
                    .propose(
                            new ProposedAct.ImportTable(
                                    "code,name,superior_code,from\nH53.9,Sở Thử nghiệm,H53,2025-07-01\n"),
                            "nạp bảng cơ quan sap-xep-2026.csv",
                            "USER:registrar",
                            "Nghị quyết sắp xếp đơn vị hành chính")
                    .id();
            clerkWithMandate(fixture);
            long fromCommandLine = fixture.part(SecondPerson.class)
                    .propose(
                            new ProposedAct.ImportTable(
                                    "code,name,superior_code,from\nH53.8,Sở Thử nghiệm khác,H53,2025-07-01\n"),
                            "nạp bảng cơ quan bo-sung.csv",
                            "CLI:root",
                            "bổ sung danh mục")
                    .id();
            List<String> pages = List.of(
                    "/me",
                    "/people",
                    "/people/le.van",
                    "/systems",
                    "/systems/so-noi-vu",
                    "/journal",
                    "/proposals",
                    "/proposals/" + proposal,
                    "/proposals/" + fromCommandLine,
                    link);
            for (int width : new int[] {1280, 375}) {
                page.setViewportSize(width, 812);
                for (String path : pages) {
                    page.navigate(fixture.address() + path);
                    page.waitForLoadState();
                    Object overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
                    assertThat(((Number) overflow).intValue())
                            .as("sideways scrolling of " + path + " by " + page.evaluate(ConsoleBrowserTest.TOO_WIDE))
                            .isLessThanOrEqualTo(0);
                    ConsoleBrowserTest.picture(
                            page,
                            "people-" + width
                                    + path.replaceAll("/invite/.*", "-used")
                                            .replace("" + fromCommandLine, "cli")
                                            .replaceAll("[^a-z-]", "-"));
                }
            }
        }
        assertThat(complaints)
                .as("what the browser refused, such as a breach of the security policy")
                .isEmpty();
    }

    private static void clerkWithMandate(ConsoleFixture fixture) {
        Instant now = fixture.part(Clock.class).instant();
        AgencyId agency = fixture.part(Agencies.class)
                .current()
                .holderOf(new AgencyCode("H26"), now)
                .orElseThrow();
        Mandate open = new Mandate(agency, Right.COLLECT, now.minusSeconds(3_600), Optional.empty());
        Mandate over = new Mandate(agency, Right.SEND, now.minusSeconds(7_200), Optional.of(now.minusSeconds(60)));
        fixture.account("le.van", Role.CLERK);
        fixture.part(AccountMandates.class).grant("le.van", open);
        fixture.part(AccountMandates.class).grant("le.van", over);
        Systems systems = fixture.part(Systems.class);
        systems.save(
                new ReceivingSystem(
                        "so-noi-vu",
                        "Phần mềm văn thư Sở Nội vụ",
                        CallerKind.AGENCY,
                        ReceivingSystem.DEFAULT_TIMESTAMP_WINDOW,
                        List.of("10.20.0.0/16"),
                        Optional.of("ab".repeat(32)),
                        Optional.empty(),
                        true),
                new byte[] {1});
        systems.grant("so-noi-vu", open);
    }

    private static String comeIn(Page page, ConsoleFixture fixture) {
        String link = ((InvitePerson.Outcome.Invited) fixture.part(InvitePerson.class)
                        .invite("nguyen.an", "Nguyễn Văn An", Role.ADMINISTRATOR, "CLI:root"))
                .link()
                .path();
        page.setViewportSize(375, 812);
        page.navigate(fixture.address() + link);
        Object overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) overflow).intValue()).isLessThanOrEqualTo(0);
        ConsoleBrowserTest.picture(page, "people-375-invite");
        page.setViewportSize(1280, 900);
        ConsoleBrowserTest.picture(page, "people-1280-invite");
        Phone phone = Phone.of(page.content());
        // By keyboard alone, from the first field on.
        page.getByLabel("Họ và tên").focus();
        page.keyboard().press("Tab");
        page.keyboard().type(GOOD);
        page.keyboard().press("Tab");
        page.keyboard().type(GOOD);
        page.keyboard().press("Tab");
        page.keyboard().type(phone.code(0));
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, ConsoleBrowserTest.headed("Mã dự phòng")))
                .isVisible();
        ConsoleBrowserTest.picture(page, "people-1280-recovery");
        page.getByRole(AriaRole.LINK, ConsoleBrowserTest.named("Tôi đã cất các mã này"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, ConsoleBrowserTest.headed("Tổng quan")))
                .isVisible();
        page.getByRole(AriaRole.BUTTON, ConsoleBrowserTest.named("Thoát")).click();
        page.getByLabel("Tên đăng nhập").fill("nguyen.an");
        page.getByLabel("Mật khẩu").fill(GOOD);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, ConsoleBrowserTest.headed("Bước thứ hai")))
                .isVisible();
        ConsoleBrowserTest.picture(page, "people-1280-code");
        page.keyboard().type(phone.code(1));
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, ConsoleBrowserTest.headed("Tổng quan")))
                .isVisible();
        return link;
    }
}
