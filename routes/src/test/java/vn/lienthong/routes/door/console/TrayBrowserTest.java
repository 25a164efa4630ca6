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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.dossier.Dossier;

/** The trays in a real browser: what a clerk of a ward does on a usual day, on a desk and on a phone. */
@Tag("ci")
class TrayBrowserTest {

    private final List<String> complaints = new ArrayList<>();

    @Test
    void aClerkReadsAnswersAndSends(@TempDir Path folder) {
        browse(folder, (page, fixture) -> {
            fixture.letter("201");
            Dossier asked = fixture.letter("202");
            fixture.broken("203");
            login(page, fixture);
            assertThat(page).hasTitle("(3) Văn bản đến · Liên Thông");
            picture(page, "in-tray");
            read(page);
            answer(page, fixture, asked);
            custody(page);
            send(page, fixture);
            onAPhone(page, fixture);
        });
        assertThat(complaints)
                .as("what the browser refused, such as a breach of the security policy")
                .isEmpty();
    }

    @Test
    void whatIsTypedIsNeverLost(@TempDir Path folder) {
        browse(folder, (page, fixture) -> {
            Dossier letter = fixture.letter("205");
            login(page, fixture);
            TypeAndLeave typing = TypeAndLeave.begin(page, fixture);
            typing.reloadAtOnce();
            typing.sessionEnds();
            typing.anotherWindow();
            typing.tooLong();
            typing.tooLate(letter);
        });
    }

    private void browse(Path folder, BiConsumer<Page, TrayFixture> clerk) {
        Optional<Path> chromium = ConsoleBrowserTest.chromium();
        assumeTrue(chromium.isPresent(), "skipped: no chromium or chromium-browser on the PATH");
        try (TrayFixture fixture = new TrayFixture(folder.resolve("data"));
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
            clerk.accept(page, fixture);
        }
    }

    static void login(Page page, TrayFixture fixture) {
        page.navigate(fixture.console.address() + "/");
        page.getByLabel("Tên đăng nhập").fill(TrayFixture.CLERK);
        page.getByLabel("Mật khẩu").fill(ConsoleFixture.PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Đăng nhập")).click();
        assertThat(page.getByRole(AriaRole.HEADING, headed("Văn bản đến"))).isVisible();
    }

    private static void read(Page page) {
        page.getByRole(AriaRole.LINK, named("201/VPCP-KSTT")).click();
        assertThat(page.locator(".next")).containsText("Hãy tiếp nhận hoặc từ chối trước khi hết ngày");
        assertThat(page.locator("#preview canvas")).hasCount(1);
        assertThat(page.locator("#preview[data-shown]")).isVisible();
        Object inked = page.evaluate(
                """
                (() => { const c = document.querySelector('#preview canvas');
                  const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
                  let dark = 0; for (let i = 0; i < d.length; i += 4) { if (d[i] < 100 && d[i + 3] > 200) dark++; }
                  return dark; })()""");
        assertThat(((Number) inked).intValue()).as("ink on the first page").isGreaterThan(500);
        picture(page, "in-tray-document");
        page.getByRole(AriaRole.BUTTON, named("Tiếp nhận")).click();
        assertThat(page.locator(".note.good[role=status]")).containsText("Đã tiếp nhận và báo nơi gửi");
        page.getByRole(AriaRole.LINK, named("Phân công")).click();
        picture(page, "in-tray-assign");
        page.getByLabel("Phân công cho ai").fill("Chị Hoa, bộ phận một cửa");
        page.getByRole(AriaRole.BUTTON, named("Phân công")).click();
        page.getByRole(AriaRole.LINK, named("Hoàn thành")).click();
        page.getByRole(AriaRole.BUTTON, named("Hoàn thành")).click();
        assertThat(page.locator(".next")).containsText("Không còn việc gì phải làm");
        picture(page, "in-tray-finished");
    }

    private static void answer(Page page, TrayFixture fixture, Dossier asked) {
        page.navigate(fixture.console.address() + "/in-tray");
        page.getByRole(AriaRole.LINK, named("202/VPCP-KSTT")).click();
        page.getByRole(AriaRole.BUTTON, named("Tiếp nhận")).click();
        fixture.askBack(asked, "Gửi nhầm nơi nhận");
        page.reload();
        assertThat(page.locator(".next")).containsText("Gửi nhầm nơi nhận");
        picture(page, "in-tray-asked-back");
    }

    private static void custody(Page page) {
        page.getByRole(AriaRole.NAVIGATION).getByText("Văn bản đến").click();
        page.getByRole(AriaRole.LINK, named("203/VPCP-KSTT")).click();
        assertThat(page.locator(".trust")).containsText("Chữ ký số không hợp lệ");
        picture(page, "in-tray-held");
        page.getByRole(AriaRole.LINK, named("Từ chối")).click();
        page.getByLabel("Lý do từ chối").fill("Chữ ký hỏng, đề nghị gửi lại");
        picture(page, "in-tray-refuse");
        page.getByRole(AriaRole.BUTTON, named("Từ chối")).click();
        assertThat(page.locator(".note.good[role=status]")).containsText("Đã từ chối");
    }

    private static void send(Page page, TrayFixture fixture) {
        page.getByRole(AriaRole.NAVIGATION).getByText("Văn bản đi").click();
        picture(page, "out-tray-empty");
        page.getByRole(AriaRole.BUTTON, named("Soạn văn bản đi")).click();
        picture(page, "draft-empty");
        page.getByLabel("Chọn tệp PDF của văn bản")
                .setInputFiles(new FilePayload("bao-cao.pdf", "application/pdf", fixture.pdf("88")));
        assertThat(page.locator("input#number")).hasValue("88");
        page.getByLabel("Thêm phụ lục")
                .setInputFiles(
                        new FilePayload("phu-luc.txt", "text/plain", "Phụ lục".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".files li")).hasCount(2);
        picture(page, "draft-proposed");
        page.getByLabel("Họ tên người ký").fill("Lê Văn Bình");
        page.getByLabel("Chức vụ").fill("Chủ tịch");
        page.getByLabel("Loại văn bản").fill("Báo cáo");
        page.getByLabel("Nơi ban hành").fill("Huế");
        page.getByLabel("Ngày ban hành").fill("2026-11-20");
        page.getByLabel("Tìm cơ quan theo tên hoặc mã định danh").pressSequentially("ha noi");
        assertThat(page.locator("#found")).containsText("Hà Nội");
        picture(page, "draft-search");
        page.locator("#found button").first().click();
        assertThat(page.locator("#recipients .chosen").first()).containsText("Hà Nội");
        assertThat(page.locator("input#signer")).hasValue("Lê Văn Bình");
        picture(page, "draft-filled");
        page.getByRole(AriaRole.BUTTON, named("Xem trước khi gửi")).click();
        assertThat(page.locator(".next")).containsText("vẫn phải gửi bản giấy");
        assertThat(page.locator("#preview canvas")).hasCount(1);
        picture(page, "draft-check");
        page.getByRole(AriaRole.BUTTON, named("Gửi tới 1 nơi nhận")).click();
        assertThat(page.locator(".note.good[role=status]")).containsText("Đã gửi");
        picture(page, "out-tray-document");
        page.getByRole(AriaRole.LINK, named("Thu hồi")).click();
        picture(page, "recall");
        page.getByRole(AriaRole.LINK, named("Quay lại")).click();
        page.getByRole(AriaRole.NAVIGATION).getByText("Văn bản đi").click();
        assertThat(page.getByRole(AriaRole.LINK, named("88/UBND-VP"))).isVisible();
        picture(page, "out-tray");
    }

    private static void onAPhone(Page page, TrayFixture fixture) {
        page.setViewportSize(375, 812);
        Dossier letter = fixture.letter("204");
        Dossier sent = fixture.sentBy(TrayFixture.WARD).getFirst();
        page.navigate(fixture.console.address() + "/out-tray");
        page.getByRole(AriaRole.BUTTON, named("Soạn văn bản đi")).click();
        page.getByLabel("Chọn tệp PDF của văn bản")
                .setInputFiles(new FilePayload("bao-cao.pdf", "application/pdf", fixture.pdf("89")));
        assertThat(page.locator("input#number")).hasValue("89");
        fits(page, "phone-draft");
        for (String path : List.of(
                "/in-tray",
                "/in-tray?tab=all",
                "/in-tray/" + fixture.copy(letter).id(),
                "/in-tray/" + fixture.copy(letter).id() + "/refuse",
                "/out-tray",
                "/out-tray/" + sent.id())) {
            page.navigate(fixture.console.address() + path);
            if (page.locator("#preview").count() > 0) {
                assertThat(page.locator("#preview[data-shown]")).isVisible();
            }
            fits(page, "phone" + path.replaceAll("[0-9a-f-]{36}", "id").replaceAll("[^a-z]+", "-"));
        }
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
