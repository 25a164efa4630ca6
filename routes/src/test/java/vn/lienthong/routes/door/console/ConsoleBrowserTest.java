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
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.access.Role;

/** The console in a real browser: what an operator does on a usual day. Leaves pictures of every page in {@code target}. */
@Tag("ci")
class ConsoleBrowserTest {

    private static final Path PICTURES = Path.of("target", "console");
    static final List<String> ARGUMENTS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    static final String TOO_WIDE =
            """
            [...document.querySelectorAll('main *')]
                .filter(e => e.getBoundingClientRect().right > window.innerWidth)
                .map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40)).slice(0, 9)""";

    private final List<String> complaints = new ArrayList<>();

    @Test
    void anOperatorFindsADocumentAndItsStory(@TempDir Path folder) {
        Optional<Path> chromium = chromium();
        assumeTrue(chromium.isPresent(), "skipped: no chromium or chromium-browser on the PATH");
        try (ConsoleFixture fixture = new ConsoleFixture(folder.resolve("data"));
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium.get())
                                .setArgs(ARGUMENTS));
                BrowserContext context =
                        browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            walk(page, fixture);
            decide(page, fixture);
            onAPhone(page, fixture);
        }
        assertThat(complaints)
                .as("what the browser refused, such as a breach of the security policy")
                .isEmpty();
    }

    private static void walk(Page page, ConsoleFixture fixture) {
        page.navigate(fixture.address() + "/");
        picture(page, "login");
        page.getByLabel("Tên đăng nhập").fill(ConsoleFixture.username(Role.OPERATOR));
        page.getByLabel("Mật khẩu").fill(ConsoleFixture.PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Đăng nhập")).click();
        assertThat(page.getByRole(AriaRole.HEADING, headed("Tổng quan"))).isVisible();
        picture(page, "overview");

        page.getByRole(AriaRole.NAVIGATION).getByText("Tìm văn bản").click();
        picture(page, "search-usual");
        page.getByLabel("Số, ký hiệu, trích yếu, mã văn bản hoặc mã truyền").fill("7816");
        page.getByRole(AriaRole.BUTTON, named("Tìm")).click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        picture(page, "search");

        page.getByRole(AriaRole.LINK, named("7816/VPCP-TTĐT")).click();
        assertThat(page.getByRole(AriaRole.HEADING, headed("7816/VPCP-TTĐT"))).isVisible();
        assertThat(page.locator(".next")).containsText("Không giao được cho H57");
        picture(page, "story");

        page.getByRole(AriaRole.LINK, named("English")).click();
        assertThat(page.locator(".next")).containsText("Could not be delivered to H57");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        picture(page, "story-english");
        page.getByRole(AriaRole.LINK, named("Tiếng Việt")).click();
        assertThat(page.locator(".next")).containsText("Không giao được cho H57");
    }

    private static void decide(Page page, ConsoleFixture fixture) {
        page.navigate(fixture.address() + "/dossiers/" + fixture.stories.held.id());
        page.getByRole(AriaRole.LINK, named("Cho đi")).click();
        picture(page, "release");
        page.getByLabel("Lý do").fill("Đã xác minh với nơi gửi qua điện thoại");
        page.getByRole(AriaRole.BUTTON, named("Cho văn bản đi")).click();
        assertThat(page.locator(".next")).containsText("Chờ hệ thống qlvb.hanoi đến lấy");
        picture(page, "released");

        page.navigate(fixture.address() + "/dossiers/" + fixture.stories.undecided.id());
        page.getByRole(AriaRole.LINK, named("Chọn nơi nhận")).click();
        page.getByLabel("Tìm cơ quan theo tên hoặc mã").fill("ha noi");
        page.getByRole(AriaRole.BUTTON, named("Tìm")).click();
        picture(page, "assign");

        for (String path :
                List.of("/refusals", "/statuses/unmatched", "/requests", "/agencies?code=H39&at=2025-06-01")) {
            page.navigate(fixture.address() + path);
            picture(page, path.replaceAll("[^a-z]", ""));
        }
    }

    private static void onAPhone(Page page, ConsoleFixture fixture) {
        page.setViewportSize(375, 812);
        for (String path : List.of(
                "/", "/dossiers", "/dossiers/" + fixture.stories.travelled.id(), "/refusals", "/agencies?code=H39")) {
            page.navigate(fixture.address() + path);
            page.waitForLoadState();
            Object overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
            assertThat(((Number) overflow).intValue())
                    .as("sideways scrolling of " + path + " by " + page.evaluate(TOO_WIDE))
                    .isLessThanOrEqualTo(0);
            picture(page, "phone" + path.replaceAll("[^a-z]", "-").replaceAll("-+", "-"));
        }
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    static Page.GetByRoleOptions headed(String name) {
        return new Page.GetByRoleOptions().setName(name).setLevel(1);
    }

    static void picture(Page page, String name) {
        // A page is shown while it is still being written.
        page.waitForLoadState();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    static Optional<Path> chromium() {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser").map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
