package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.access.RegistrationRequests;
import vn.lienthong.gateway.access.Role;

/** A registrar decides what systems ask of the directory, on a gateway with a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestPagesTest {

    private ConsoleFixture fixture;

    @BeforeAll
    void start(@TempDir Path folder) {
        fixture = new ConsoleFixture(folder.resolve("data"));
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    @Test
    void aRegistrarApprovesWhatThePreviewShowed() {
        long id = asked("registerAgency", "{\"code\":\"H26.77\",\"name\":\"Kẻ <b>mạo danh\",\"pcode\":\"H26\"}");
        String path = "/requests/" + id + "/approve";
        PlainBrowser operator = PlainBrowser.loggedIn(fixture.address(), Role.OPERATOR);
        assertThat(operator.get("/requests").body()).contains("H26.77").doesNotContain(path);
        assertThat(operator.get(path).statusCode()).isEqualTo(403);
        assertThat(operator.post(path, Map.of("code", "H26.77")).statusCode()).isEqualTo(403);

        PlainBrowser registrar = PlainBrowser.loggedIn(fixture.address(), Role.REGISTRAR);
        assertThat(registrar.get("/requests").body()).contains(path);
        assertThat(registrar.get(path).body())
                .contains("value=\"H26.77\"", "Kẻ &lt;b&gt;mạo danh", "không có chữ ký nào bảo vệ")
                .doesNotContain("name=\"seen\"", "??");
        String wrong = registrar
                .get(path + "?code=H26&name=x&superior=&kind=UNIT&from=2026-01-01")
                .body();
        assertThat(wrong)
                .as("a contradiction is shown, not offered")
                .contains("H26")
                .doesNotContain("name=\"seen\"");
        String preview = registrar
                .get(path + "?code=H26.77&name=Chi+c%E1%BB%A5c&superior=H26&kind=UNIT&from=2026-01-01")
                .body();
        assertThat(preview)
                .contains("Việc sẽ xảy ra", "Chi cục", "thuộc UBND thành phố Hà Nội (H26)", ", từ 01/01/2026");

        Map<String, String> typed = new HashMap<>(
                Map.of("code", "H26.77", "name", "Chi cục", "superior", "H26", "kind", "UNIT", "from", "2026-01-01"));
        typed.put("seen", seen(preview));
        assertThat(registrar.post(path, typed).body()).contains("Hãy viết lý do");
        typed.put("reason", "công văn 12");
        Map<String, String> old = new HashMap<>(typed);
        old.put("seen", "0");
        assertThat(registrar.post(path, old).body()).contains("Danh mục vừa được người khác thay đổi");
        assertThat(registrar.postWithToken(path, typed, "forged").statusCode()).isEqualTo(403);
        assertThat(registrar.post(path, typed).statusCode()).isEqualTo(302);
        assertThat(registrar.get("/requests").body())
                .contains("Đã duyệt yêu cầu")
                .doesNotContain(path);
        assertThat(registrar.get("/requests?decided=true").body()).contains("công văn 12", "registrar", "Đã duyệt");
        assertThat(registrar.get("/agencies?code=H26.77").body())
                .contains("Chi cục")
                .doesNotContain("mạo danh");

        assertThat(registrar.post(path, typed).statusCode())
                .as("the second is told")
                .isEqualTo(302);
        assertThat(registrar.get("/requests?decided=true").body()).contains("Không làm được: trạng thái đã thay đổi");
        assertThat(registrar.get(path).body())
                .contains("Việc này không còn làm được")
                .doesNotContain("name=\"code\"");
        assertThat(registrar.get("/requests/999999/approve").statusCode()).isEqualTo(404);
    }

    @Test
    void aRegistrarDeclinesWithAReason() {
        long id = asked("deleteAgency", "AgencyCode=H26 ");
        String path = "/requests/" + id + "/decline";
        PlainBrowser registrar = PlainBrowser.loggedIn(fixture.address(), Role.REGISTRAR);
        assertThat(registrar.get(path).body()).contains("Danh mục giữ nguyên").doesNotContain("??");
        assertThat(registrar.post(path, Map.of("reason", " ")).body()).contains("Hãy viết lý do");
        assertThat(registrar.post(path, Map.of("reason", "không có căn cứ")).statusCode())
                .isEqualTo(302);
        assertThat(registrar.get("/requests?decided=true&lang=en").body())
                .contains("Declined", "không có căn cứ")
                .doesNotContain("??");
        assertThat(registrar.get("/requests/" + id + "/approve?lang=vi").body())
                .contains("Việc này không còn làm được");
        assertThat(registrar.get("/agencies?code=H26").body()).contains("Mã chỉ một cơ quan đang hoạt động");
    }

    private long asked(String operation, String body) {
        RegistrationRequests requests = fixture.part(RegistrationRequests.class);
        requests.add(new RegistrationRequests.Request(0, Sample.TIME, "sys-so", operation, body));
        return requests.open(500).getLast().id();
    }

    private static String seen(String page) {
        Matcher found = Pattern.compile("name=\"seen\" value=\"(\\d+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
