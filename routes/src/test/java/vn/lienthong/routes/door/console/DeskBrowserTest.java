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
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;

/** The token at the clerk's desk in a real browser, which finds the signing program on its own machine, or does not. */
@Tag("ci")
class DeskBrowserTest {

    @Test
    void aClerkSignsWithTheTokenAtTheDesk(@TempDir Path folder) throws Exception {
        Optional<Path> chromium = ConsoleBrowserTest.chromium();
        assumeTrue(chromium.isPresent(), "skipped: no chromium or chromium-browser on the PATH");
        DevelopmentPki pki = DevelopmentPki.create(new DevelopmentPki.Settings(
                Clock.systemUTC().instant().minusSeconds(60), URI.create("http://127.0.0.1:9"), KeyAlgorithm.EC_P256));
        DevIdentity other = pki.official("Người Khác", TrayFixture.WARD_NAME, TrayFixture.WARD, Fate.GOOD);
        List<String> arguments = new ArrayList<>(ConsoleBrowserTest.ARGUMENTS);
        arguments.add("--ignore-certificate-errors");
        try (SigningProgram program = new SigningProgram(other, pdf -> SignAtDesk.sign(pdf, other));
                SealFixture fixture = new SealFixture(
                        folder.resolve("data"), pki, Map.of("seal.desk.plugin", "wss://127.0.0.1:" + program.port()));
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium.get())
                                .setArgs(arguments));
                BrowserContext context =
                        browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))) {
            DevIdentity token = fixture.addAtDesk(TrayFixture.WARD, TrayFixture.WARD_NAME);
            TrayFixture trays = fixture.trays;
            PlainBrowser clerk = trays.browser(TrayFixture.CLERK);
            SendByHand hand = new SendByHand(trays, clerk);
            String draft = hand.begin();
            clerk.get(draft);
            clerk.postBytes(draft + "/files?name=cong-van.pdf", trays.pdf("71"));
            hand.fill(draft, "71", "H26");
            Page page = context.newPage();
            // Two keys are asked and two files looked at within one wait, on whatever machine.
            PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
            List<String> refused = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    refused.add(message.text());
                }
            });
            page.navigate(trays.console.address() + "/");
            page.getByLabel("Tên đăng nhập").fill(TrayFixture.CLERK);
            page.getByLabel("Mật khẩu").fill(ConsoleFixture.PASSWORD);
            page.getByRole(AriaRole.BUTTON, named("Đăng nhập")).click();
            page.navigate(trays.console.address() + draft + "/files/0/seal");
            assertThat(page.getByRole(AriaRole.HEADING, headed("Đóng dấu cơ quan")))
                    .isVisible();
            picture(page, "desk-form");
            program.cancels = true;
            press(page, "Ký bằng token tại máy này");
            assertThat(page.locator("#desk-note")).containsText("Người dùng hủy ký");
            picture(page, "desk-cancelled");
            program.cancels = false;
            press(page, "Ký lại bằng token tại máy này");
            assertThat(page.locator("#desk-note")).containsText("chứng thư khác");
            picture(page, "desk-other-certificate");
            assertThat(hand.draft(draft).files().getFirst().before()).isEmpty();
            program.token = pdf -> SignAtDesk.sign(pdf, token);
            press(page, "Ký lại bằng token tại máy này");
            assertThat(page.locator(".note.good[role=status]")).containsText("Đã đóng dấu cơ quan");
            picture(page, "desk-done");
            assertThat(hand.draft(draft).files().getFirst().before()).isPresent();
            assertThat(program.functions).containsOnly("SignIssued").hasSize(3);
            stamp(page, trays, program);
            gone(page, trays, program);
            assertThat(refused).isEmpty();
            guesses(trays);
        }
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).click();
    }

    private static void stamp(Page page, TrayFixture trays, SigningProgram program) {
        String letter = "/in-tray/" + trays.copy(trays.letter("72")).id();
        page.navigate(trays.console.address() + letter + "/stamp");
        page.getByLabel("Chuyển").fill("Chủ tịch");
        picture(page, "desk-stamp");
        press(page, "Ký bằng token tại máy này");
        assertThat(page.locator(".note.good[role=status]")).containsText("Đã đóng dấu đến");
        assertThat(page.locator("#stamped")).containsText("Số đến 1/");
        assertThat(program.functions).endsWith("SignIncome");
    }

    private static void gone(Page page, TrayFixture trays, SigningProgram program) throws IOException {
        program.close();
        page.setViewportSize(375, 812);
        page.navigate(trays.console.address() + "/in-tray/"
                + trays.copy(trays.letter("73")).id() + "/stamp");
        press(page, "Ký bằng token tại máy này");
        assertThat(page.locator("#desk-note")).containsText("Không thấy chương trình ký số");
        picture(page, "desk-phone-no-program");
        Object overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) overflow).intValue()).isLessThanOrEqualTo(0);
    }

    /** Last, since from then on this machine waits. */
    private static void guesses(TrayFixture trays) {
        SignAtDesk program = new SignAtDesk();
        String guess = trays.console.address() + "/ky-tai-may/" + "A".repeat(43) + "/van-ban.pdf";
        int last = 0;
        for (int i = 0; i < 200 && last != 429; i++) {
            last = program.fetch(guess).statusCode();
        }
        assertThat(last).isEqualTo(429);
    }
}
