package vn.lienthong.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.DecideRegistration;
import vn.lienthong.gateway.access.RegistrationRequests.Decision;
import vn.lienthong.gateway.access.RegistrationRequests.Request;
import vn.lienthong.gateway.access.RegistrationTerms;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.DirectoryInconsistentException;
import vn.lienthong.gateway.agency.DirectoryMovedException;
import vn.lienthong.gateway.agency.DirectorySeed;

/** A registrar's decision where it is kept: the directory and the request agree afterwards, whatever happens between. */
final class DecideRegistrationOnPostgresTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String ACTOR = "USER:dang.ky";
    private static final RegistrationTerms.Opening OFFICE =
            new RegistrationTerms.Opening("H53.9", "Sở Thử nghiệm", "H53", "", "2026-11-01");

    private final TestDatabase database = TestDatabase.fresh();
    private final PostgresAgencies agencies = new PostgresAgencies(database.jdbi());
    private final PostgresRegistrationRequests requests = new PostgresRegistrationRequests(database.jdbi());
    private final DecideRegistration deciding = new DecideRegistration(requests, agencies, CLOCK);

    DecideRegistrationOnPostgresTest() {
        DirectorySeed.plantIfEmpty(agencies, NOW);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatTheRegistrarEnteredIsApprovedNotWhatTheRequestSays() {
        long id = asked("registerAgency", "{\"code\":\"G22\",\"name\":\"Kẻ mạo danh\"}");
        assertThat(deciding.preview(OFFICE, "").added()).hasSize(1);
        assertThat(version()).as("a preview changes nothing").isEqualTo(1);

        assertThat(deciding.approve(id, OFFICE, 1, ACTOR, "công văn 12")).isTrue();

        assertThat(holder("H53.9")).isPresent();
        assertThat(agencies.current()
                        .agency(holder("G22").orElseThrow())
                        .orElseThrow()
                        .name())
                .doesNotContain("mạo danh");
        assertThat(requests.find(id).flatMap(Request::decision))
                .contains(new Decision(NOW, ACTOR, "công văn 12", OptionalLong.of(2)));
        assertThat(reasonOf(2)).isEqualTo("công văn 12 (yêu cầu " + id + " của hệ thống sys-so, duyệt: " + ACTOR + ")");
        assertThat(deciding.approve(id, OFFICE, 2, ACTOR, "lần nữa")).isFalse();
        assertThat(deciding.decline(id, ACTOR, "lần nữa")).isFalse();
    }

    @Test
    void anAgencyGoesAndItsCodeLeadsNowhere() {
        long id = asked("deleteAgency", "AgencyCode=H26 ");
        assertThat(deciding.approve(id, new RegistrationTerms.Closing("H26", "2026-11-21", ""), 1, ACTOR, "giải thể"))
                .isTrue();
        assertThat(holder("H26")).isEmpty();
    }

    @Test
    void whoSawAnotherDirectoryLooksAgain() {
        long first = asked("registerAgency", "{}");
        long second = asked("registerAgency", "{}");
        deciding.approve(first, OFFICE, 1, ACTOR, "trước");
        RegistrationTerms other = new RegistrationTerms.Opening("H53.8", "Sở khác", "H53", "", "2026-11-01");
        assertThatThrownBy(() -> deciding.approve(second, other, 1, ACTOR, "sau"))
                .isInstanceOf(DirectoryMovedException.class);
        assertThat(requests.open(10)).extracting(Request::id).containsExactly(second);
        assertThat(deciding.approve(second, other, 2, ACTOR, "sau")).isTrue();
    }

    @Test
    void aContradictionChangesNothing() {
        long id = asked("registerAgency", "{}");
        RegistrationTerms taken = new RegistrationTerms.Opening("H26", "Kẻ mạo danh", "", "", "2026-11-01");
        assertThat(deciding.preview(taken, "").problems()).isNotEmpty();
        assertThatThrownBy(() -> deciding.approve(id, taken, 1, ACTOR, "nhầm"))
                .isInstanceOf(DirectoryInconsistentException.class);
        assertThat(version()).isEqualTo(1);
        assertThat(requests.open(10)).hasSize(1);
    }

    @Test
    void aPowerCutAfterTheDirectoryLeavesARequestThatIsApprovedAnew() {
        long id = asked("registerAgency", "{}");
        assertThatThrownBy(() -> requests.decide(id, request -> {
                    deciding.preview(OFFICE, "");
                    return applied();
                }))
                .hasMessage("power cut");
        assertThat(new PostgresAgencies(database.jdbi()).current().version().number())
                .as("what the snapshot shows is committed, although the request's transaction is not")
                .isEqualTo(2)
                .isEqualTo(version());
        assertThat(deciding.approve(id, OFFICE, 2, ACTOR, "làm lại")).isTrue();
        assertThat(version()).as("nothing more to change").isEqualTo(2);
    }

    private Decision applied() {
        long inner = asked("registerAgency", "{}");
        deciding.approve(inner, OFFICE, 1, ACTOR, "thử");
        throw new IllegalStateException("power cut");
    }

    @Test
    void aDeclinedRequestChangesNothing() {
        long id = asked("deleteAgency", "AgencyCode=H26 ");
        assertThat(deciding.decline(id, ACTOR, "không có thẩm quyền")).isTrue();
        assertThat(version()).isEqualTo(1);
        assertThat(requests.decided(10)).singleElement().satisfies(request -> assertThat(
                        request.decision().orElseThrow().approved())
                .isFalse());
        assertThatThrownBy(() -> deciding.decline(id, ACTOR, " ")).hasMessageContaining("reason");
        assertThat(requests.decide(id, request -> fail("decided"))).isFalse();
    }

    private long asked(String operation, String body) {
        requests.add(new Request(0, NOW, "sys-so", operation, body));
        return requests.open(10).getLast().id();
    }

    private long version() {
        return agencies.current().version().number();
    }

    private Optional<AgencyId> holder(String code) {
        return agencies.current().holderOf(new AgencyCode(code), NOW);
    }

    private String reasonOf(long version) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select reason from directory_version where number = :number")
                        .bind("number", version)
                        .mapTo(String.class)
                        .one());
    }
}
