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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clerk puts documents before an officer, who signs them all, in a real browser, on a desk and on a phone. */
@Tag("ci")
class ApprovalBrowserTest {

    private final List<String> complaints = new ArrayList<>();

    @Test
    void anOfficerSignsWhatAClerkPutsForward(@TempDir Path folder) {
        Optional<Path> chromium = ConsoleBrowserTest.chromium();
        assumeTrue(chromium.isPresent(), "skipped: no chromium or chromium-browser on the PATH");
        try (SealFixture fixture = new SealFixture(folder.resolve("data"));
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium.get())
                                .setArgs(ConsoleBrowserTest.ARGUMENTS))) {
            new SigningFixture(fixture, folder);
            SendByHand hand = new SendByHand(fixture.trays, fixture.trays.browser(TrayFixture.CLERK));
            Page clerk = page(browser, fixture.trays, TrayFixture.CLERK);
            List<String> drafts = List.of(draft(fixture, hand, "911"), draft(fixture, hand, "912"));
            drafts.forEach(path -> ask(clerk, fixture.trays.console.address() + path));
            Page officer = page(browser, fixture.trays, SigningFixture.OFFICER);
            sign(officer);
            clerk.navigate(fixture.trays.console.address() + drafts.getFirst());
            assertThat(clerk.locator("#signing-title")).isVisible();
            picture(clerk, "approval-signed-draft");
        }
        assertThat(complaints)
                .as("what the browser refused, such as a breach of the security policy")
                .isEmpty();
    }

    private Page page(Browser browser, TrayFixture fixture, String who) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.navigate(fixture.console.address() + "/");
        page.getByLabel("Tên đăng nhập").fill(who);
        page.getByLabel("Mật khẩu").fill(ConsoleFixture.PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Đăng nhập")).click();
        assertThat(page.getByRole(AriaRole.HEADING, headed("Văn bản đến"))).isVisible();
        return page;
    }

    private static String draft(SealFixture fixture, SendByHand hand, String number) {
        String path = hand.begin();
        PlainBrowser clerk = fixture.trays.browser(TrayFixture.CLERK);
        clerk.get(path);
        clerk.postBytes(path + "/files?name=cong-van.pdf", fixture.trays.pdf(number));
        hand.press(path, number, "do", "save");
        return path;
    }

    private static void ask(Page page, String draft) {
        page.navigate(draft);
        page.getByRole(AriaRole.BUTTON, named("Trình ký cong-van.pdf")).click();
        assertThat(page.getByRole(AriaRole.HEADING, headed("Trình lãnh đạo ký")))
                .isVisible();
        page.getByLabel("Lời trình").fill("Kính trình đồng chí xem xét, ký ban hành.");
        fits(page, "approval-ask");
        page.getByRole(AriaRole.BUTTON, named("Trình ký")).click();
        assertThat(page.locator(".note.good[role=status]")).containsText("Đã trình ký");
        fits(page, "approval-held");
    }

    private static void sign(Page page) {
        page.getByRole(AriaRole.NAVIGATION).getByText("Chờ ký").click();
        assertThat(page.locator("tbody tr")).hasCount(2);
        fits(page, "approval-list");
        page.locator("tbody tr a").first().click();
        page.locator("[data-show$='/files/0']").click();
        assertThat(page.locator("#preview[data-shown$='/files/0'] canvas").first())
                .isVisible();
        fits(page, "approval-read");
        page.getByText("← Chờ ký").click();
        page.locator("#choose-all").click();
        page.getByRole(AriaRole.BUTTON, named("Ký văn bản đã chọn")).click();
        assertThat(page.getByRole(AriaRole.HEADING, headed("Ký 2 văn bản"))).isVisible();
        fits(page, "approval-confirm");
        page.getByRole(AriaRole.BUTTON, named("Ký 2 văn bản")).click();
        assertThat(page.locator("#progress .note.good")).containsText("Đã ký cả 2 văn bản");
        fits(page, "approval-batch");
        page.getByText("← Chờ ký").click();
        page.getByRole(AriaRole.LINK, named("Đã xử lý")).click();
        page.locator("tbody tr a").first().click();
        page.locator("[data-show$='/files/0']").click();
        assertThat(page.locator("#preview[data-shown$='/files/0'] canvas").first())
                .isVisible();
        fits(page, "approval-signed");
        Object blue = page.evaluate(
                """
                (() => { const c = document.querySelector('#preview canvas');
                  const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
                  let blue = 0; for (let i = 0; i < d.length; i += 4) { if (d[i] < 90 && d[i + 2] > 140) blue++; }
                  return blue; })()""");
        assertThat(((Number) blue).intValue()).as("blue ink of the signature").isGreaterThan(200);
    }

    /** On a desk and on a phone. */
    private static void fits(Page page, String name) {
        page.waitForLoadState();
        picture(page, name);
        page.setViewportSize(375, 812);
        Object overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        picture(page, "phone-" + name);
        assertThat(((Number) overflow).intValue())
                .as("sideways scrolling of " + name + " by " + page.evaluate(ConsoleBrowserTest.TOO_WIDE))
                .isLessThanOrEqualTo(0);
        page.setViewportSize(1280, 900);
    }
}
