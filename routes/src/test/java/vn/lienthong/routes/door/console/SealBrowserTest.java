package vn.lienthong.routes.door.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.lienthong.routes.door.console.ConsoleBrowserTest.headed;
import static vn.lienthong.routes.door.console.ConsoleBrowserTest.named;
import static vn.lienthong.routes.door.console.ConsoleBrowserTest.picture;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.Mark;

/** The incoming stamp and the agency's seal in a real browser, on a desk and on a phone, by mouse and by keyboard. */
@Tag("ci")
class SealBrowserTest {

    private final List<String> complaints = new ArrayList<>();

    @Test
    void aClerkStampsAndSeals(@TempDir Path folder) {
        Optional<Path> chromium = ConsoleBrowserTest.chromium();
        assumeTrue(chromium.isPresent(), "skipped: no chromium or chromium-browser on the PATH");
        try (SealFixture fixture = new SealFixture(folder.resolve("data"));
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
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            fixture.trays.letter("801");
            login(page, fixture.trays);
            stamp(page);
            seal(page, fixture.trays);
            onAPhone(page, fixture.trays);
        }
        assertThat(complaints)
                .as("what the browser refused, such as a breach of the security policy")
                .isEmpty();
    }

    private static void login(Page page, TrayFixture fixture) {
        page.navigate(fixture.console.address() + "/");
        page.getByLabel("Tên đăng nhập").fill(TrayFixture.CLERK);
        page.getByLabel("Mật khẩu").fill(ConsoleFixture.PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Đăng nhập")).click();
        assertThat(page.getByRole(AriaRole.HEADING, headed("Văn bản đến"))).isVisible();
    }

    private static void stamp(Page page) {
        page.getByRole(AriaRole.LINK, named("801/VPCP-KSTT")).click();
        page.getByRole(AriaRole.LINK, named("Đóng dấu đến")).click();
        assertThat(page.locator("#sheet[data-shown='1']")).isVisible();
        assertThat(page.locator("input#number")).hasValue("1");
        picture(page, "stamp-form");
        page.locator("#sheet canvas").click(new com.microsoft.playwright.Locator.ClickOptions().setPosition(150, 240));
        String clicked = page.locator("input#left").inputValue();
        assertThat(page.locator("#sheet"))
                .hasAttribute(
                        "data-at", clicked + " " + page.locator("input#top").inputValue());
        page.locator(".frame").focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("input#left"))
                .hasValue(String.format(java.util.Locale.ROOT, "%.1f", Double.parseDouble(clicked) + 1));
        page.getByLabel("Số đến").fill("125");
        page.getByLabel("Chuyển").fill("Chủ tịch");
        page.locator("input#left").fill("22");
        page.locator("input#top").fill("60");
        assertThat(page.locator("#sheet")).hasAttribute("data-at", "22.0 60.0");
        page.getByRole(AriaRole.BUTTON, named("Xem trước")).click();
        picture(page, "stamp-far");
        page.getByLabel("Đúng là số đó.").check();
        page.getByRole(AriaRole.BUTTON, named("Xem trước")).click();
        assertThat(page.locator("#sheet[data-shown='1']")).isVisible();
        assertThat(page.locator("#sheet")).hasAttribute("data-at", "22.0 60.0");
        picture(page, "stamp-check");
        page.getByRole(AriaRole.BUTTON, named("Đóng dấu đến")).click();
        assertThat(page.locator(".note.good[role=status]")).containsText("Đã đóng dấu đến");
        assertThat(page.locator("#stamped")).containsText("Số đến 125/");
        page.locator("#stamped button").first().click();
        assertThat(page.locator("#preview[data-shown$='/stamped/0']")).isVisible();
        picture(page, "stamp-done");
        Object red = page.evaluate(
                """
                (() => { const c = document.querySelector('#preview canvas');
                  const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
                  let red = 0; for (let i = 0; i < d.length; i += 4) { if (d[i] > 150 && d[i + 1] < 90 && d[i + 2] < 90) red++; }
                  return red; })()""");
        assertThat(((Number) red).intValue()).as("red ink of the stamp").isGreaterThan(200);
    }

    private static void seal(Page page, TrayFixture fixture) {
        page.getByRole(AriaRole.NAVIGATION).getByText("Văn bản đi").click();
        draft(page, fixture, "88");
        page.getByLabel("Thêm phụ lục")
                .setInputFiles(new FilePayload("phu-luc.pdf", "application/pdf", fixture.pdf("89")));
        assertThat(page.locator(".files li")).hasCount(2);
        picture(page, "seal-draft");
        page.getByRole(AriaRole.BUTTON, named("Xem trước khi gửi")).click();
        assertThat(page.locator(".next")).containsText("Hãy đóng dấu cơ quan trước khi gửi");
        picture(page, "seal-unsigned");
        page.getByRole(AriaRole.LINK, named("Đóng dấu cơ quan")).click();
        assertThat(page.locator("#sheet[data-shown='1']")).isVisible();
        picture(page, "seal-form");
        page.getByRole(AriaRole.BUTTON, named("Xem trước")).click();
        assertThat(page.locator("#sheet[data-shown='1']")).isVisible();
        picture(page, "seal-check");
        page.getByRole(AriaRole.BUTTON, named("Đóng dấu cơ quan")).click();
        assertThat(page.locator(".note.good[role=status]")).containsText("Đã đóng dấu cơ quan");
        picture(page, "seal-done");
        page.getByRole(AriaRole.BUTTON, named("Đóng dấu cơ quan phu-luc.pdf")).click();
        assertThat(page.locator("#sheet[data-shown='1']")).isVisible();
        picture(page, "seal-annex");
        page.getByRole(AriaRole.BUTTON, named("Xem trước")).click();
        page.getByRole(AriaRole.BUTTON, named("Đóng dấu cơ quan")).click();
        assertThat(page.locator(".badge.sealed")).hasCount(2);
        page.getByRole(AriaRole.BUTTON, named("Gỡ con dấu phu-luc.pdf")).click();
        assertThat(page.locator(".note.good[role=status]")).containsText("Đã gỡ con dấu");
        assertThat(page.locator(".badge.sealed")).hasCount(1);
        page.getByRole(AriaRole.BUTTON, named("Xem trước khi gửi")).click();
        assertThat(page.locator("#preview canvas")).hasCount(1);
        picture(page, "seal-sealed-check");
        page.getByRole(AriaRole.BUTTON, named("Gửi tới 1 nơi nhận")).click();
        assertThat(page.locator(".note.good[role=status]")).containsText("Đã gửi");
        assertThat(fixture.sentBy(TrayFixture.WARD).getFirst().marks()).doesNotContain(Mark.FOR_INFORMATION);
    }

    private static void draft(Page page, TrayFixture fixture, String number) {
        page.getByRole(AriaRole.BUTTON, named("Soạn văn bản đi")).click();
        page.getByLabel("Chọn tệp PDF của văn bản")
                .setInputFiles(new FilePayload("bao-cao.pdf", "application/pdf", fixture.pdf(number)));
        assertThat(page.locator("input#number")).hasValue(number);
        page.getByLabel("Họ tên người ký").fill("Lê Văn Bình");
        page.getByLabel("Chức vụ").fill("Chủ tịch");
        page.getByLabel("Loại văn bản").fill("Báo cáo");
        page.getByLabel("Nơi ban hành").fill("Huế");
        page.getByLabel("Ngày ban hành").fill("2026-11-20");
        page.getByLabel("Tìm cơ quan theo tên hoặc mã định danh").pressSequentially("ha noi");
        assertThat(page.locator("#found")).containsText("Hà Nội");
        page.locator("#found button").first().click();
        assertThat(page.locator("#recipients .chosen").first()).containsText("Hà Nội");
    }

    private static void onAPhone(Page page, TrayFixture fixture) {
        page.setViewportSize(375, 812);
        Dossier letter = fixture.letter("802");
        String stamp =
                fixture.console.address() + "/in-tray/" + fixture.copy(letter).id() + "/stamp";
        page.navigate(stamp);
        assertThat(page.locator("#sheet[data-shown='1']")).isVisible();
        fits(page, "phone-stamp");
        page.getByRole(AriaRole.BUTTON, named("Xem trước")).click();
        assertThat(page.locator("#sheet[data-shown='1']")).isVisible();
        fits(page, "phone-stamp-check");
        page.getByRole(AriaRole.BUTTON, named("Đóng dấu đến")).click();
        assertThat(page.locator("#stamped")).isVisible();
        assertThat(page.locator("#preview[data-shown]")).isVisible();
        fits(page, "phone-stamp-done");
        page.navigate(fixture.console.address() + "/out-tray");
        draft(page, fixture, "90");
        fits(page, "phone-seal-draft");
        page.getByRole(AriaRole.BUTTON, named("Đóng dấu cơ quan bao-cao.pdf")).click();
        assertThat(page.locator("#sheet[data-shown='1']")).isVisible();
        fits(page, "phone-seal");
        page.getByRole(AriaRole.BUTTON, named("Xem trước")).click();
        assertThat(page.locator("#sheet[data-shown='1']")).isVisible();
        fits(page, "phone-seal-check");
    }

    private static void fits(Page page, String name) {
        page.waitForLoadState();
        Object overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        picture(page, name);
        assertThat(((Number) overflow).intValue())
                .as("sideways scrolling of " + name + " by " + page.evaluate(ConsoleBrowserTest.TOO_WIDE))
                .isLessThanOrEqualTo(0);
    }
}
