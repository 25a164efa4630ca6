package vn.lienthong.gateway.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.gateway.agency.Sketch.code;
import static vn.lienthong.gateway.agency.Sketch.day;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImportAgenciesTest {

    private static final Instant NOW = day("2026-11-22");

    private final InMemoryAgencies agencies = new InMemoryAgencies();
    private final ImportAgencies imports = new ImportAgencies(agencies);

    @BeforeEach
    void plant() {
        DirectorySeed.plantIfEmpty(agencies, NOW);
    }

    @Test
    void lowerAgenciesComeUnderTheirSuperiors() {
        ImportPreview preview = preview(
                """
                code,old_code,name,superior_code,kind,from
                H53.01,000.00.01.H53,Văn phòng UBND tỉnh,H53,unit,2020-09-15
                H53.01.02,000.02.01.H53,Trung tâm hành chính công,H53.01,unit,2020-09-15
                """);

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.added()).hasSize(2);
        assertThat(agencies.current().version().number()).isEqualTo(1);
        assertThat(imports.apply(preview).number()).isEqualTo(2);

        AgencyDirectory directory = agencies.current();
        AgencyId office = directory.holderOf(code("H53.01"), NOW).orElseThrow();
        AgencyId centre = directory.holderOf(code("000.02.01.H53"), NOW).orElseThrow();
        AgencyId newProvince = directory.holderOf(code("H53"), NOW).orElseThrow();
        assertThat(directory.superiorOf(centre, NOW)).contains(office);
        // the file says H53 of 2020; the province of today stands for it
        assertThat(directory.nearestSuperiorWhere(centre, NOW, newProvince::equals))
                .contains(newProvince);
        assertThat(directory.codesOf(centre, NOW)).containsExactly(code("H53.01.02"), code("000.02.01.H53"));
    }

    @Test
    void theSameTableTwiceChangesNothing() {
        String table = "code,name,from\nH53.01,Văn phòng,2020-09-15\n";
        imports.apply(preview(table));

        ImportPreview again = preview(table);

        assertThat(again.change().isEmpty()).isTrue();
        assertThat(imports.apply(again)).isEqualTo(agencies.current().version());
        assertThat(agencies.current().version().number()).isEqualTo(2);
    }

    @Test
    void aChangedLineReplacesAndAnEndCloses() {
        imports.apply(preview("code,name,from,to\nH53.01,Văn phòng,2020-09-15,\nH53.02,Thanh tra,2020-09-15,\n"));
        AgencyId office = agencies.current().holderOf(code("H53.01"), NOW).orElseThrow();

        ImportPreview preview = preview(
                "code,name,from,to\nH53.01,Văn phòng UBND,2020-09-15,\nH53.02,Thanh tra,2020-09-15,2026-01-01\n");
        imports.apply(preview);

        assertThat(preview.added()).isEmpty();
        assertThat(preview.changed()).map(Agency::name).containsExactly("Văn phòng UBND");
        assertThat(preview.closed()).map(Agency::name).containsExactly("Thanh tra");
        assertThat(agencies.current().agency(office).map(Agency::name)).contains("Văn phòng UBND");
        assertThat(agencies.current().resolve(code("H53.02"), day("2025-01-01"), NOW))
                .isInstanceOf(Resolution.Closed.class);
        assertThat(agencies.asKnown(2).orElseThrow().agency(office).map(Agency::name))
                .contains("Văn phòng");
    }

    @Test
    void aRegistrarNamesTheSuccessorsOfAClosedMinistry() {
        imports.apply(
                preview(
                        """
                code,old_code,name,kind,from,to,successor_code,succession,basis
                G14,000.00.00.G14,Bộ Thông tin và Truyền thông,ministry,2020-09-15,2025-04-14,G06;G16,,order 1
                G13,000.00.00.G13,Bộ Tài nguyên và Môi trường,ministry,2020-09-15,2025-04-14,G10,,order 2
                """));

        AgencyDirectory directory = agencies.current();
        assertThat(directory.resolve(code("G14"), day("2025-01-01"), NOW))
                .isInstanceOfSatisfying(Resolution.Split.class, split -> assertThat(split.candidates())
                        .containsExactlyInAnyOrder(
                                directory.holderOf(code("G06"), NOW).orElseThrow(),
                                directory.holderOf(code("G16"), NOW).orElseThrow()));
        assertThat(directory.resolve(code("G13"), day("2025-01-01"), NOW).destination())
                .isEqualTo(directory.holderOf(code("G10"), NOW));
        // the shipped table names no successors, and importing it again takes none away
        assertThat(imports.preview(DirectorySeed.levelOne(), NOW, "again")
                        .change()
                        .added()
                        .successions())
                .isEmpty();
        assertThat(imports.preview(DirectorySeed.levelOne(), NOW, "again")
                        .change()
                        .dropped()
                        .successions())
                .isEmpty();
    }

    @Test
    void aRenamedLineKeepsTheAgencyEvenUnderAnotherCode() {
        imports.apply(
                preview(
                        """
                code,name,from,to,successor_code,succession,superior_code
                H53.31.20,UBND thị trấn,2020-09-15,2025-07-01,H53.120,renamed,H53
                H53.120,UBND xã,2025-07-01,,,,H53
                """));

        AgencyDirectory directory = agencies.current();
        AgencyId commune = directory.holderOf(code("H53.120"), NOW).orElseThrow();
        assertThat(directory.resolve(code("H53.31.20"), day("2025-06-30"), NOW))
                .isEqualTo(new Resolution.Resolved(code("H53.31.20"), commune));
        assertThat(directory.agency(commune, day("2025-06-30")).map(Agency::name))
                .contains("UBND thị trấn");
    }

    @Test
    void ofTwoImportsThatBeganTogetherTheSecondMustLookAgain() {
        ImportPreview one = preview("code,name,from\nH53.01,Văn phòng,2020-09-15\n");
        ImportPreview other = preview("code,name,from\nH53.02,Thanh tra,2020-09-15\n");
        imports.apply(one);

        assertThatThrownBy(() -> imports.apply(other)).isInstanceOf(DirectoryMovedException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code,name|1|cột: [code, name] (expected: trong số",
                "code,name,from,colour%nX,x,2020-01-01,red|1|cột: ",
                "code,name,from%nX,,2020-01-01|2|name: trống (expected: một giá trị)",
                "code,name,from%n,x,2020-01-01|2|code: trống (expected: một giá trị)",
                "code,name,from%nX,x,01/07/2025|2|ngày: 01/07/2025 (expected: chẳng hạn 2025-07-01)",
                "code,name,from,kind%nX,x,2020-01-01,shop|2|kind: shop (expected: một trong [party,",
                "code,name,from,id%nX,x,2020-01-01,7|2|id: 7 (expected: một UUID)",
                "code,name,from,superior_code%nX,x,2020-01-01,H99|2|superior_code: H99 (expected: mã có trong bảng",
                "code,name,from,successor_code%nX,x,2020-01-01,H53|2|to: trống (expected: ngày [H53]",
                "code,name,from,to,successor_code%nX,x,2020-01-01,2021-01-01,H99|2|successor_code: H99 (expected: mã đang dùng vào 2021-01-01",
                "code,name,from,to,successor_code,succession%nX,x,2020-01-01,2021-01-01,H01;H02,whole|2|succession: whole",
                "code,name,from%nX,x|2|số ô: 2 (expected: 3)",
                "code,name,from%nH53,Another,2025-09-01|0|thời gian chồng nhau: mã H53 của",
                "code,name,from,to%nX,x,2021-01-01,2020-01-01|0|ngày kết thúc của ",
            })
    void everyProblemIsNamedAndNothingIsApplied(String table, int line, String message) {
        ImportPreview preview = preview(table.replace("%n", "\n"));

        assertThat(preview.isApplicable()).isFalse();
        assertThat(preview.problems())
                .anySatisfy(problem -> assertThat(problem.text()).startsWith(message))
                .allSatisfy(problem -> assertThat(problem.line()).isEqualTo(line));
        assertThatThrownBy(() -> imports.apply(preview)).isInstanceOf(DirectoryInconsistentException.class);
        assertThat(agencies.current().version().number()).isEqualTo(1);
    }

    private ImportPreview preview(String csv) {
        return imports.preview(csv.getBytes(StandardCharsets.UTF_8), NOW, "test");
    }
}
