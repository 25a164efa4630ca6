package vn.lienthong.routes.door.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.lienthong.routes.door.console.ConsoleBrowserTest.picture;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.tray.Draft;

/** Many drafts sealed together, in a real browser: chosen, looked at, confirmed; on a desk and on a phone. */
@Tag("ci")
class SealManyBrowserTest {

    @Test
    void aClerkSealsManyDraftsTogether(@TempDir Path folder) {
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
            SendByHand hand = new SendByHand(fixture.trays, fixture.trays.browser(TrayFixture.CLERK));
            String good = draft(fixture.trays, "31", fixture.trays.pdf("31"));
            String other = draft(fixture.trays, "32", fixture.trays.pdf("32"));
            String broken = draft(fixture.trays, "33", scripted(fixture.trays.pdf("33")));
            Page page = context.newPage();
            login(page, fixture.trays);
            choose(page, fixture.trays);
            confirm(page);
            assertThat(sealed(hand, good) && sealed(hand, other)).isTrue();
            assertThat(sealed(hand, broken)).isFalse();
            Draft once = hand.draft(good);
            page.reload();
            assertThat(page.locator(".note[role=status]")).containsText("Đã đóng dấu 0 trên 3 tệp");
            assertThat(hand.draft(good)).as("no second seal").isEqualTo(once);
        }
    }

    private static String draft(TrayFixture trays, String number, byte[] file) {
        PlainBrowser browser = trays.browser(TrayFixture.CLERK);
        SendByHand own = new SendByHand(trays, browser);
        String draft = own.begin();
        browser.get(draft);
        browser.postBytes(draft + "/files?name=cong-van-" + number + ".pdf", file);
        own.press(draft, number, "do", "check");
        return draft;
    }

    /** A file that a clerk can add, and that no key is put on. */
    private static byte[] scripted(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean sealed(SendByHand hand, String draft) {
        Draft now = hand.draft(draft);
        return now.files().getFirst().before().isPresent();
    }

    private static void login(Page page, TrayFixture fixture) {
        page.navigate(fixture.console.address() + "/");
        page.getByLabel("Tên đăng nhập").fill(TrayFixture.CLERK);
        page.getByLabel("Mật khẩu").fill(ConsoleFixture.PASSWORD);
        page.getByRole(AriaRole.BUTTON, ConsoleBrowserTest.named("Đăng nhập")).click();
    }

    private static void choose(Page page, TrayFixture trays) {
        page.navigate(trays.console.address() + "/out-tray");
        page.getByRole(AriaRole.BUTTON, ConsoleBrowserTest.named("Đóng dấu các văn bản đã chọn"))
                .click();
        assertThat(page.locator(".note.bad[role=status]")).containsText("Chưa chọn văn bản nào");
        page.locator("input[name=draft]").nth(2).check();
        page.locator("input[name=draft]").nth(1).check();
        page.locator("input[name=draft]").nth(0).check();
        picture(page, "seal-many-choose");
        page.setViewportSize(375, 812);
        fits(page, "phone-seal-many-choose");
        page.getByRole(AriaRole.BUTTON, ConsoleBrowserTest.named("Đóng dấu các văn bản đã chọn"))
                .click();
        assertThat(page.locator("tbody tr")).hasCount(3);
        fits(page, "phone-seal-many");
        page.setViewportSize(1280, 900);
        picture(page, "seal-many");
    }

    private static void confirm(Page page) {
        page.getByRole(AriaRole.BUTTON, ConsoleBrowserTest.named("Đóng dấu 2 tệp"))
                .click();
        assertThat(page.locator(".note[role=status]")).containsText("Đã đóng dấu 2 trên 3 tệp");
        picture(page, "seal-many-done");
        page.setViewportSize(375, 812);
        fits(page, "phone-seal-many-done");
    }

    private static void fits(Page page, String name) {
        Object overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        picture(page, name);
        assertThat(((Number) overflow).intValue())
                .as("sideways scrolling of " + name + " by " + page.evaluate(ConsoleBrowserTest.TOO_WIDE))
                .isLessThanOrEqualTo(0);
    }
}
