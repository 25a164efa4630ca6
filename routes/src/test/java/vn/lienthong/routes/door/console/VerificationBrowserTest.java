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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.key.Pkcs12SigningKey;
import vn.lienthong.gateway.signature.pdf.SignPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;

/** Kiểm tra chữ ký in a real browser: a good file, an altered one, by keyboard, on a phone. */
@Tag("ci")
class VerificationBrowserTest {

    private final List<String> complaints = new ArrayList<>();

    @Test
    void aClerkChecksFiles(@TempDir Path folder) throws Exception {
        Optional<Path> chromium = ConsoleBrowserTest.chromium();
        assumeTrue(chromium.isPresent(), "skipped: no chromium or chromium-browser on the PATH");
        Path data = folder.resolve("data");
        try (SealFixture fixture = new SealFixture(data);
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
            check(page, fixture);
            nothingIsKept(data);
        }
        assertThat(complaints)
                .as("what the browser refused, such as a breach of the security policy")
                .isEmpty();
    }

    private static void check(Page page, SealFixture fixture) throws Exception {
        page.navigate(fixture.trays.console.address() + "/");
        page.getByLabel("Tên đăng nhập").fill(TrayFixture.CLERK);
        page.getByLabel("Mật khẩu").fill(ConsoleFixture.PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Đăng nhập")).click();
        page.getByRole(AriaRole.LINK, named("Kiểm tra chữ ký")).click();
        assertThat(page.getByRole(AriaRole.HEADING, headed("Kiểm tra chữ ký"))).isVisible();

        byte[] sealed = sealed(fixture);
        choose(page, "cong-van.pdf", sealed);
        // By keyboard alone, once the file is chosen.
        page.getByRole(AriaRole.BUTTON, named("Kiểm tra")).focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#result")).containsText("ĐẠT: mọi chữ ký đều hợp lệ");
        assertThat(page.locator("#result")).containsText("Nhánh Chính phủ");
        assertThat(page.locator("#result details table").first()).isHidden();
        page.locator("#result summary").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#result details table").first()).isVisible();
        picture(page, "verification-passed");

        byte[] altered = sealed.clone();
        altered[altered.length / 4] ^= 1;
        choose(page, "da-sua.pdf", altered);
        page.getByRole(AriaRole.BUTTON, named("Kiểm tra")).click();
        assertThat(page.locator("#result")).containsText("NỘI DUNG ĐÃ BỊ SỬA");
        page.setViewportSize(375, 800);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= 375")).isEqualTo(true);
        picture(page, "verification-failed-phone");
    }

    private static void choose(Page page, String name, byte[] bytes) {
        page.getByLabel("Tệp cần kiểm tra").setInputFiles(new FilePayload(name, "application/pdf", bytes));
    }

    private static byte[] sealed(SealFixture fixture) throws Exception {
        DevIdentity identity = fixture.pki.sealOf(TrayFixture.WARD, TrayFixture.WARD_NAME, Fate.GOOD);
        return new SignPdf()
                .sign(
                        new MakeOfficialLetter()
                                .make(OfficialLetter.of(
                                        TrayFixture.WARD_NAME, "12/UBND-VP", "Thử chữ ký số", fixture.trays.now())),
                        Pkcs12SigningKey.of(identity.key(), identity.chain()),
                        new SignatureDetails("Người ký", "Ban hành", fixture.trays.now(), 8192));
    }

    private static void nothingIsKept(Path data) throws IOException {
        try (Stream<Path> left = Files.list(data.resolve("scratch"))) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("files-")))
                    .isEmpty();
        }
    }
}
