package vn.lienthong.routes.command.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.RegistrationRequests;
import vn.lienthong.routes.platform.Administration;

/** What systems ask for by the axis dialect, approved or declined. */
abstract class AdminRequests extends AdminCase {
    AdminRequests(Path folder, Administration running) {
        super(folder, running);
    }

    @Test
    void requestsAreListedOnOneLineEach() {
        running.registrationRequests()
                .add(new RegistrationRequests.Request(
                        0, running.clock().instant(), "asker", "registerAgency", "{\"a\":\n\u001b[31m1}"));
        assertThat(run("requests", "list").out()).contains("asker | registerAgency | {\"a\": [31m1}");
    }

    @Test
    void requestsAreApprovedOrDeclinedOnce() {
        String first = asked("registerAgency", "{\"code\":\"H53.77\",\"name\":\"Sở Theo yêu cầu\",\"pcode\":\"H53\"}");
        String second = asked("deleteAgency", "AgencyCode=H53.77 ");
        assertThat(run("requests", "approve", first).exit()).as("no reason").isEqualTo(2);
        refused(run("requests", "approve", first, "--superior", "Q99", "--reason", "thử"), "chưa duyệt");
        assertThat(run("requests", "approve", first, "--from", "2026-01-01", "--reason", "QĐ 5")
                        .out())
                .contains("thêm: 1", "H53.77 Sở Theo yêu cầu", "--apply");
        refused(run("agencies", "lookup", "H53.77"), "không có trong danh mục");

        String[] approve = {
            "requests", "approve", first, "--name", "Sở Đúng tên", "--from", "2026-01-01", "--reason", "QĐ 5", "--apply"
        };
        assertThat(run(approve).out()).contains("đã duyệt yêu cầu " + first);
        assertThat(run("agencies", "lookup", "H53.77").out()).contains("đến H53.77 Sở Đúng tên");
        refused(run(approve), "đã được quyết định");

        assertThat(run("requests", "decline", second, "--reason", "chưa có văn bản")
                        .out())
                .contains("đã từ chối yêu cầu " + second);
        refused(run("requests", "decline", second, "--reason", "lần nữa"), "đã được quyết định");
        refused(run("requests", "decline", "999999", "--reason", "thử"), "999999: không có");
        assertThat(run("requests", "list", "--decided").out())
                .contains("DUYỆT, danh mục phiên bản ", "| QĐ 5", "TỪ CHỐI", "| chưa có văn bản", "| CLI:");
        assertThat(run("requests", "list").out()).doesNotContain("H53.77");

        String third = asked("deleteAgency", "AgencyCode=H53.77 ");
        assertThat(run("requests", "approve", third, "--from", "2026-02-01", "--reason", "giải thể", "--apply")
                        .out())
                .contains("đóng: 1");
        refused(run("system", "add", "closed", "--name", "A", "--agency", "H53.77"), "đã đóng");
    }
}
