package vn.lienthong.gateway.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.agency.Sketch.code;
import static vn.lienthong.gateway.agency.Sketch.day;
import static vn.lienthong.gateway.agency.Sketch.id;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CloseAgencyTest {

    private static final Instant NOW = day("2026-11-22");

    private final InMemoryAgencies agencies = new InMemoryAgencies();
    private final CloseAgency closing = new CloseAgency(agencies);

    CloseAgencyTest() {
        DirectoryRows rows = new Sketch()
                .agency("sở", "2020-01-01", "")
                .code("H53.31", "sở", "2020-01-01", "")
                .code("000.00.31.H53", "sở", "2021-06-01", "")
                .agency("ban", "2020-01-01", "")
                .code("H53.32", "ban", "2020-01-01", "")
                .agency("trường", "2020-01-01", "2027-01-01")
                .agency("trường", "trường mới", "", "2027-01-01", "")
                .code("H53.33", "trường", "2020-01-01", "")
                .rows();
        agencies.add(new DirectoryChange(0, rows, DirectoryRows.NONE, "bản vẽ"));
    }

    @Test
    void theAgencyEndsWithEveryCodeItCarries() {
        ImportPreview preview = closing.preview("H53.31", "2026-12-01", "", NOW, "theo yêu cầu");
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.closed()).extracting(Agency::name).containsExactly("sở");
        new ImportAgencies(agencies).apply(preview);

        AgencyDirectory directory = agencies.current();
        assertThat(directory.codesOf(id("sở"), day("2026-11-30")))
                .containsExactly(code("H53.31"), code("000.00.31.H53"));
        assertThat(directory.codesOf(id("sở"), day("2026-12-01"))).isEmpty();
        assertThat(directory.resolve(code("000.00.31.H53"), NOW, day("2026-12-01")))
                .isInstanceOf(Resolution.Closed.class);
        assertThat(directory.resolve(code("H53.31"), NOW, NOW)).isInstanceOf(Resolution.Resolved.class);
        assertThat(directory.holderOf(code("H53.32"), day("2026-12-01"))).contains(id("ban"));
    }

    @Test
    void aSuccessorTakesOverWhole() {
        new ImportAgencies(agencies).apply(closing.preview(" H53.31 ", "2026-12-01", "H53.32", NOW, "QĐ 5"));
        assertThat(agencies.current().resolve(code("H53.31"), NOW, day("2026-12-02")))
                .isInstanceOfSatisfying(Resolution.Succeeded.class, resolution -> assertThat(resolution.successor())
                        .isEqualTo(id("ban")));
    }

    @ParameterizedTest
    @CsvSource({
        "H53.99, 2026-12-01, '', code: H53.99",
        "'', 2026-12-01, '', code: trống",
        "H53.31, hôm qua, '', ngày: hôm qua",
        "H53.31, 2019-01-01, '', code: H53.31",
        "H53.31, 2026-12-01, H53.99, successor_code: H53.99",
        "H53.31, 2026-12-01, H53.31, cơ quan kế thừa: chính sở",
        "H53.31, 2020-01-01, '', 000.00.31.H53",
        "H53.32, 2020-01-01, '', ban",
        "H53.33, 2026-12-01, '', trường mới",
    })
    void whatCannotBeIsNamed(String code, String at, String successor, String named) {
        ImportPreview preview = closing.preview(code, at, successor, NOW, "thử");
        assertThat(preview.isApplicable()).isFalse();
        assertThat(preview.problems()).extracting(ImportProblem::text).anyMatch(text -> text.contains(named));
    }
}
