package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.evidence.EvidenceEvent;

/** What people decide at the console, each with a reason. */
abstract class ConsoleDecisions {
    private final ConsoleFixture fixture;

    ConsoleDecisions(ConsoleFixture fixture) {
        this.fixture = fixture;
    }

    @Test
    void auditorsChangeNothing() {
        PlainBrowser auditor = PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR);
        String held = "/dossiers/" + fixture.stories.undecided.id();
        Delivery copy = copies(fixture.stories.undecided).getFirst();
        assertThat(auditor.get(held).body()).doesNotContain("/assign").doesNotContain("Đóng bản gửi");
        for (String path : List.of(
                held + "/release",
                held + "/refuse",
                "/deliveries/" + copy.id() + "/close",
                "/deliveries/" + copy.id() + "/assign")) {
            assertThat(auditor.get(path).statusCode()).as(path).isEqualTo(403);
            HttpResponse<String> posted = auditor.post(path, Map.of("reason", "trying"));
            assertThat(posted.statusCode()).as(path).isEqualTo(403);
            assertThat(posted.body()).contains("Không mở được trang này").doesNotContain("at vn.lienthong");
        }
        assertThat(copies(fixture.stories.undecided).getFirst()).isEqualTo(copy);
    }

    @Test
    void anOperatorReleasesWithAReasonAfterSeeingWhatHappens() {
        PlainBrowser operator = PlainBrowser.loggedIn(fixture.address(), Role.OPERATOR);
        Dossier held = fixture.stories.held;
        String path = "/dossiers/" + held.id() + "/release";
        assertThat(operator.get(path).body())
                .contains("UBND thành phố Hà Nội (H26)")
                .contains("sẽ chờ hệ thống qlvb.hanoi đến lấy");
        assertThat(operator.post(path, Map.of("reason", "  ")).body()).contains("Hãy viết lý do");
        assertThat(state(held)).isEqualTo(DossierState.HELD);

        HttpResponse<String> released = operator.post(path, Map.of("reason", "đã gọi điện\nxác minh"));
        assertThat(released.statusCode()).isEqualTo(302);
        assertThat(operator.get("/dossiers/" + held.id()).body())
                .contains("Đã cho văn bản đi.")
                .contains("Chờ hệ thống qlvb.hanoi đến lấy văn bản cho H26.");
        assertThat(state(held)).isEqualTo(DossierState.ACCEPTED);
        assertThat(copies(held).getFirst().state()).isEqualTo(DeliveryState.WAITING);
        Entry entry = entries(held).getLast();
        assertThat(entry.event()).isEqualTo(EvidenceEvent.RELEASED);
        assertThat(entry.actor()).isEqualTo("USER:operator");
        assertThat(entry.detailJson()).contains("đã gọi điện xác minh");

        operator.post(path, Map.of("reason", "again"));
        assertThat(operator.get("/dossiers/" + held.id()).body()).contains("Không làm được: trạng thái đã thay đổi");
    }

    @Test
    void aDeadCopyIsSentAgain() {
        PlainBrowser operator = PlainBrowser.loggedIn(fixture.address(), Role.OPERATOR);
        Delivery dead = copies(fixture.stories.failed).getFirst();
        String path = "/deliveries/" + dead.id() + "/revive";
        assertThat(operator.get(path).body())
                .contains("Bản gửi trở lại hàng chờ")
                .contains("HTTP 503");
        assertThat(operator.post(path, Map.of("reason", "máy chủ đã chạy lại")).statusCode())
                .isEqualTo(302);
        assertThat(operator.get("/dossiers/" + fixture.stories.failed.id()).body())
                .contains("Đã đưa bản gửi trở lại hàng chờ.");
        assertThat(copies(fixture.stories.failed).getFirst().state()).isEqualTo(DeliveryState.WAITING);
        assertThat(entries(fixture.stories.failed).getLast().event()).isEqualTo(EvidenceEvent.REVIVED);
        assertThat(operator.get(path).body()).contains("Việc này không còn làm được");
        assertThat(operator.get("/deliveries/not-an-id/revive").statusCode()).isEqualTo(404);
    }

    @Test
    void anOperatorClosesAnAlertWithAReason() {
        long id = raise("Việc thử của cảnh báo");
        String path = "/alerts/" + id + "/close";
        for (Role role : List.of(Role.AUDITOR, Role.REGISTRAR)) {
            PlainBrowser reader = PlainBrowser.loggedIn(fixture.address(), role);
            assertThat(reader.get("/alerts").body())
                    .contains("Việc thử của cảnh báo")
                    .doesNotContain(path);
            assertThat(reader.get(path).statusCode()).as(role.name()).isEqualTo(403);
            assertThat(reader.post(path, Map.of("reason", "trying")).statusCode())
                    .as(role.name())
                    .isEqualTo(403);
        }
        PlainBrowser operator = PlainBrowser.loggedIn(fixture.address(), Role.OPERATOR);
        assertThat(operator.get("/").body()).contains(path);
        assertThat(operator.postWithToken(path, Map.of("reason", "forged"), "no token")
                        .statusCode())
                .isEqualTo(403);
        operator.get(path);
        assertThat(operator.post(path, Map.of("reason", " ")).body()).contains("Hãy viết lý do");
        assertThat(operator.get("/alerts").body()).contains("Việc thử của cảnh báo");

        operator.get(path);
        assertThat(operator.post(path, Map.of("reason", "đã báo\nnơi gửi")).statusCode())
                .isEqualTo(302);
        assertThat(operator.get("/alerts").body())
                .contains("Đã đóng cảnh báo.")
                .doesNotContain("Việc thử của cảnh báo");
        assertThat(operator.get("/alerts?closed=true").body())
                .contains("Việc thử của cảnh báo", "operator", "đã báo nơi gửi");
        assertThat(operator.get("/alerts?closed=true&lang=en").body()).contains("Closed alerts: who closed them");
        assertThat(operator.get("/dossiers/" + fixture.stories.failed.id() + "?lang=vi")
                        .body())
                .contains("Đóng cảnh báo", "đã báo nơi gửi");
        assertThat(entries(fixture.stories.failed))
                .anyMatch(entry -> entry.event() == EvidenceEvent.ALERT_CLOSED
                        && entry.actor().equals("USER:operator"));

        assertThat(operator.get(path).body()).contains("Việc này không còn làm được");
        operator.post(path, Map.of("reason", "again"));
        assertThat(operator.get("/alerts").body()).contains("Không làm được: trạng thái đã thay đổi");
        assertThat(operator.get("/alerts/999999/close").statusCode()).isEqualTo(404);
        assertThat(operator.get("/alerts/none/close").statusCode()).isEqualTo(404);
    }

    private long raise(String text) {
        return fixture.part(UnitOfWork.class).inTransaction(transaction -> {
            transaction
                    .alerts()
                    .raise(new Alerts.Alert(
                            Sample.TIME, "TEST", Optional.of(fixture.stories.failed.id()), Optional.empty(), text));
            return transaction.alerts().raised(false, 1).getFirst().id();
        });
    }

    @Test
    void aRegistrarChoosesWhereACopyGoes() {
        PlainBrowser registrar = PlainBrowser.loggedIn(fixture.address(), Role.REGISTRAR);
        Delivery copy = copies(fixture.stories.undecided).getFirst();
        String path = "/deliveries/" + copy.id() + "/assign";
        assertThat(registrar.get(path).body()).contains("không có cơ quan kế thừa");
        AgencyId hanoi = fixture.part(Agencies.class)
                .current()
                .resolve(new AgencyCode("H26"), copy.createdAt(), copy.createdAt())
                .destination()
                .orElseThrow();
        assertThat(registrar.get(path + "?find=ha+noi").body())
                .contains(hanoi.toString())
                .contains("qlvb.hanoi");
        assertThat(registrar
                        .post(path, Map.of("find", "ha noi", "reason", "theo QĐ"))
                        .body())
                .contains("Hãy chọn một cơ quan");
        HttpResponse<String> assigned =
                registrar.post(path, Map.of("find", "ha noi", "agency", hanoi.toString(), "reason", "theo QĐ"));
        assertThat(assigned.statusCode()).isEqualTo(302);
        assertThat(copies(fixture.stories.undecided).getFirst())
                .satisfies(now -> assertThat(now.state()).isEqualTo(DeliveryState.WAITING))
                .satisfies(now -> assertThat(now.agency()).contains(hanoi));
        assertThat(registrar
                        .get("/dossiers/" + fixture.stories.undecided.id() + "/release")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anOperatorChoosesTheDocumentOfAStatus() {
        Dossier document = fixture.stories.travelled;
        long id = fixture.stories.unplaced;
        String path = "/statuses/" + id + "/join";
        PlainBrowser auditor = PlainBrowser.loggedIn(fixture.address(), Role.AUDITOR);
        assertThat(auditor.get("/statuses/unmatched").body())
                .contains("mã không đọc được")
                .doesNotContain(path);
        assertThat(auditor.get(path).statusCode()).isEqualTo(403);
        PlainBrowser operator = PlainBrowser.loggedIn(fixture.address(), Role.OPERATOR);
        assertThat(operator.get("/statuses/unmatched").body()).contains(path);
        assertThat(operator.get(path).body())
                .contains("Không có văn bản nào cùng mã")
                .contains("UBND thành phố Hà Nội (H26)");
        String other = document.id().toString();
        assertThat(operator.post(path, Map.of("reason", "theo số")).body()).contains("Hãy chọn một văn bản");
        assertThat(operator.post(path, Map.of("other", other)).body()).contains("Hãy viết lý do");
        String failed = fixture.stories.failed.id().toString();
        assertThat(operator.post(path, Map.of("other", failed, "reason", "đoán"))
                        .body())
                .as("H26 never got that one")
                .contains("Không ghép được");
        assertThat(operator.post(path, Map.of("other", other, "reason", "theo số ký hiệu"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(operator.get("/dossiers/" + other).body()).contains("Đã ghép trạng thái vào văn bản này");
        assertThat(entries(document).getLast().actor()).isEqualTo("USER:operator");
        assertThat(operator.get(path).statusCode()).isEqualTo(404);
        assertThat(operator.get("/statuses/x/join").statusCode()).isEqualTo(404);
    }

    private DossierState state(Dossier dossier) {
        return fixture.part(UnitOfWork.class)
                .inTransaction(transaction -> transaction.dossiers().find(dossier.id()))
                .orElseThrow()
                .state();
    }

    private List<Delivery> copies(Dossier dossier) {
        return fixture.part(UnitOfWork.class)
                .inTransaction(transaction -> transaction.deliveries().of(dossier.id()));
    }

    private List<Entry> entries(Dossier dossier) {
        return fixture.part(UnitOfWork.class)
                .inTransaction(transaction -> transaction.entries().of(dossier.id()));
    }
}
