package vn.lienthong.routes.door.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.routes.door.console.ConsoleBrowserTest.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.lienthong.gateway.dossier.Dossier;

/** Everything that comes between a clerk and a text that is half typed; each step looks that the text is still there. */
record TypeAndLeave(Page page, TrayFixture fixture, String draft) {

    static TypeAndLeave begin(Page page, TrayFixture fixture) {
        page.navigate(fixture.console.address() + "/out-tray");
        page.getByRole(AriaRole.BUTTON, named("Soạn văn bản đi")).click();
        page.getByLabel("Chọn tệp PDF của văn bản")
                .setInputFiles(new FilePayload("bao-cao.pdf", "application/pdf", fixture.pdf("90")));
        assertThat(page.locator("input#number")).hasValue("90");
        return new TypeAndLeave(page, fixture, page.url());
    }

    /** The beacon of the page that goes makes a revision that the page that comes does not know of. */
    void reloadAtOnce() {
        for (String signer : List.of("Lê Văn Bình", "Lê Văn Bình A", "Lê Văn Bình B")) {
            page.getByLabel("Họ tên người ký").fill(signer);
            page.reload();
            assertThat(page.locator("input#signer")).hasValue(signer);
        }
        page.getByLabel("Chức vụ").fill("Chủ tịch");
        assertThat(page.locator("#kept")).hasText("Đã tự lưu.");
        page.getByRole(AriaRole.BUTTON, named("Lưu lại, gửi sau")).click();
        assertThat(page.locator(".note.good[role=status]")).isVisible();
        assertThat(page.locator(".note.bad[role=status]")).hasCount(0);
        assertThat(String.valueOf(page.evaluate("JSON.stringify(sessionStorage)")))
                .as("no conflict with oneself")
                .doesNotContain("aside");
        assertThat(page.locator("#offered")).isHidden();
        assertThat(page.locator("input#signer")).hasValue("Lê Văn Bình B");
        assertThat(page.locator("input#position")).hasValue("Chủ tịch");
    }

    void sessionEnds() {
        page.context().clearCookies();
        page.getByLabel("Nơi ban hành").fill("Huế");
        page.getByRole(AriaRole.BUTTON, named("Lưu lại, gửi sau")).click();
        assertThat(page.locator("main")).containsText("Chữ bạn gõ được giữ trong trình duyệt này");
        TrayBrowserTest.login(page, fixture);
        page.navigate(draft);
        assertThat(page.locator("#restored")).isVisible();
        assertThat(page.locator("input#place")).hasValue("Huế");
        assertThat(page.locator("#kept")).hasText("Đã tự lưu.");
        page.context().clearCookies();
        page.getByLabel("Nơi ban hành").fill("Thuận Hóa");
        page.getByLabel("Thêm phụ lục")
                .setInputFiles(new FilePayload("phu-luc.txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8)));
        page.waitForURL("**/login*");
        TrayBrowserTest.login(page, fixture);
        page.navigate(draft);
        assertThat(page.locator("input#place")).hasValue("Thuận Hóa");
        assertThat(page.locator("#kept")).hasText("Đã tự lưu.");
        page.evaluate("sessionStorage.clear()");
        page.reload();
        assertThat(page.locator("input#place")).hasValue("Thuận Hóa");
    }

    void anotherWindow() {
        Page other = page.context().newPage();
        other.navigate(draft);
        other.getByLabel("Họ tên người ký").fill("Người khác");
        assertThat(other.locator("#kept")).hasText("Đã tự lưu.");
        other.close();
        page.getByLabel("Nơi ban hành").fill("Hương Trà");
        assertThat(page.locator("#kept")).containsText("cửa sổ khác");
        page.reload();
        assertThat(page.locator("#offered")).containsText("Nơi ban hành: Hương Trà");
        assertThat(page.locator("input#signer")).hasValue("Người khác");
        page.getByRole(AriaRole.BUTTON, named("Đưa chữ tôi gõ vào")).click();
        assertThat(page.locator("#offered")).isHidden();
        assertThat(page.locator("input#place")).hasValue("Hương Trà");
        assertThat(page.locator("#kept")).hasText("Đã tự lưu.");
    }

    void tooLong() {
        String subject = "dài ".repeat(150).strip();
        page.getByLabel("Trích yếu").fill(subject);
        assertThat(page.locator("#kept")).containsText("dài quá 500 ký tự");
        page.reload();
        assertThat(page.locator("textarea#subject")).hasValue(subject);
        page.getByLabel("Trích yếu").fill("Về việc đê điều");
        assertThat(page.locator("#kept")).hasText("Đã tự lưu.");
    }

    void tooLate(Dossier letter) {
        String copy =
                fixture.console.address() + "/in-tray/" + fixture.copy(letter).id();
        page.navigate(copy + "/refuse");
        page.getByRole(AriaRole.TEXTBOX).fill("Không thuộc thẩm quyền");
        Page other = page.context().newPage();
        other.navigate(copy);
        other.getByRole(AriaRole.BUTTON, named("Tiếp nhận")).click();
        other.getByRole(AriaRole.LINK, named("Hoàn thành")).click();
        other.getByRole(AriaRole.BUTTON, named("Hoàn thành")).click();
        other.close();
        page.getByRole(AriaRole.BUTTON, named("Từ chối")).click();
        assertThat(page.locator(".note.bad")).containsText("Không làm được");
        assertThat(String.valueOf(page.evaluate("JSON.stringify(sessionStorage)")))
                .as("nothing was done")
                .contains("Không thuộc thẩm quyền");
    }
}
