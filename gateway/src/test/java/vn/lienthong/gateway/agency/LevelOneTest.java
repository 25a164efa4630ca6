package vn.lienthong.gateway.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.agency.Sketch.code;
import static vn.lienthong.gateway.agency.Sketch.day;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped table against what is known of the 63 provinces and the ministries from elsewhere. */
final class LevelOneTest {

    private static final Instant BEFORE = day("2025-06-30");
    private static final Instant AFTER = day("2025-07-01");
    private static final Instant TODAY = day("2026-11-22");

    private static final AgencyDirectory DIRECTORY = planted();

    private static AgencyDirectory planted() {
        InMemoryAgencies agencies = new InMemoryAgencies();
        assertThat(DirectorySeed.plantIfEmpty(agencies, TODAY).number()).isEqualTo(1);
        return agencies.current();
    }

    /** One province before the reform and where it went. */
    record Province(String oldCode, String oldName, String newCode, String newName, String codeStatus) {
        boolean merged(List<Province> all) {
            return all.stream().filter(other -> other.newCode.equals(newCode)).count() > 1;
        }
    }

    static List<Province> provinces() {
        try (InputStream csv = LevelOneTest.class.getResourceAsStream("provinces-2025.csv")) {
            return CsvTable.read(Objects.requireNonNull(csv).readAllBytes()).lines().stream()
                    .map(CsvTable.Line::fields)
                    .map(f -> new Province(f.get(0), f.get(1), f.get(2), f.get(3), f.get(4)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (CsvTable.NotATableException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @ParameterizedTest
    @MethodSource("provinces")
    void aDocumentOfTheLastDayReachesTheRightProvinceOnTheFirst(Province province) {
        for (String group : List.of("H", "K")) {
            for (String form : List.of("", "000.00.00.")) {
                AgencyCode written = code(form + group + province.oldCode().substring(1));
                AgencyId expected = DIRECTORY
                        .holderOf(code(group + province.newCode().substring(1)), AFTER)
                        .orElseThrow();

                Resolution resolution = DIRECTORY.resolve(written, BEFORE, AFTER);

                assertThat(resolution.destination()).as(written.text()).contains(expected);
                assertThat(DIRECTORY.validAt(expected, AFTER)).isTrue();
                assertThat(resolution)
                        .isInstanceOf(
                                province.merged(provinces()) ? Resolution.Succeeded.class : Resolution.Resolved.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("provinces")
    void namesBeforeAndAfterAreThoseOfTheUnits(Province province) {
        AgencyId before = DIRECTORY.holderOf(code(province.oldCode()), BEFORE).orElseThrow();
        AgencyId after = DIRECTORY.holderOf(code(province.newCode()), AFTER).orElseThrow();

        assertThat(nameAt(before, BEFORE)).isEqualTo(AgencySearch.fold("UBND " + province.oldName()));
        assertThat(nameAt(after, AFTER)).isEqualTo(AgencySearch.fold("UBND " + province.newName()));
        assertThat(DIRECTORY.holderOf(code(province.oldCode()), AFTER).isEmpty())
                .isEqualTo(province.codeStatus().equals("closed"));
    }

    private static String nameAt(AgencyId id, Instant at) {
        return AgencySearch.fold(DIRECTORY.agency(id, at).orElseThrow().name());
    }

    @Test
    void thereAre63ProvincesBeforeAnd34After() {
        assertThat(provinces()).hasSize(63);
        assertThat(provinces().stream().filter(p -> p.codeStatus().equals("closed")))
                .hasSize(29);
        for (AgencyKind kind : List.of(AgencyKind.PEOPLES_COMMITTEE, AgencyKind.PEOPLES_COUNCIL)) {
            assertThat(count(kind, BEFORE)).isEqualTo(63);
            assertThat(count(kind, AFTER)).isEqualTo(34);
        }
    }

    private static long count(AgencyKind kind, Instant at) {
        return DIRECTORY.agenciesAt(at).stream()
                .filter(agency -> agency.kind() == kind)
                .count();
    }

    @Test
    void tayNinhAndLongAnBothLeadToTheNewTayNinh() {
        AgencyId oldTayNinh = DIRECTORY.holderOf(code("H53"), BEFORE).orElseThrow();
        AgencyId longAn = DIRECTORY.holderOf(code("H39"), BEFORE).orElseThrow();
        AgencyId newTayNinh = DIRECTORY.holderOf(code("H53"), AFTER).orElseThrow();

        assertThat(Set.of(oldTayNinh, longAn, newTayNinh)).hasSize(3);
        assertThat(DIRECTORY.resolve(code("H53"), BEFORE, AFTER))
                .isEqualTo(new Resolution.Succeeded(
                        code("H53"), oldTayNinh, newTayNinh, DIRECTORY.successionsFrom(oldTayNinh)));
        assertThat(DIRECTORY.resolve(code("H39"), BEFORE, AFTER))
                .isEqualTo(
                        new Resolution.Succeeded(code("H39"), longAn, newTayNinh, DIRECTORY.successionsFrom(longAn)));
        assertThat(DIRECTORY.lineageOf(newTayNinh)).containsExactlyInAnyOrder(newTayNinh, oldTayNinh, longAn);
        assertThat(DIRECTORY.lineageOf(longAn)).containsExactlyInAnyOrder(longAn, newTayNinh);
        assertThat(DIRECTORY.meaningChangedBetween(code("H53"), BEFORE, AFTER)).isTrue();
        assertThat(DIRECTORY.meaningChangedBetween(code("H39"), BEFORE, AFTER)).isFalse();
        assertThat(DIRECTORY.meaningChangedBetween(code("H53"), AFTER, TODAY)).isFalse();
    }

    @Test
    void theReformBeginsAtMidnightInVietnam() {
        Instant lastMoment = Instant.parse("2025-06-30T16:59:59.999Z");
        Instant midnight = Instant.parse("2025-06-30T17:00:00Z");

        assertThat(DIRECTORY.resolve(code("H39"), lastMoment, lastMoment)).isInstanceOf(Resolution.Resolved.class);
        assertThat(DIRECTORY.resolve(code("H39"), lastMoment, midnight)).isInstanceOf(Resolution.Succeeded.class);
    }

    @Test
    void aCityIsTheProvinceItWas() {
        AgencyId dongNai = DIRECTORY.holderOf(code("H19"), AFTER).orElseThrow();

        assertThat(DIRECTORY.resolve(code("H19"), AFTER, TODAY))
                .isEqualTo(new Resolution.Resolved(code("H19"), dongNai));
        assertThat(DIRECTORY.meaningChangedBetween(code("H19"), AFTER, TODAY)).isFalse();
        assertThat(DIRECTORY.agency(dongNai, AFTER).map(Agency::name)).contains("UBND tỉnh Đồng Nai");
        assertThat(DIRECTORY.agency(dongNai, TODAY).map(Agency::name)).contains("UBND thành phố Đồng Nai");
        // Bình Phước went into Đồng Nai, which then changed its name: two reforms, one agency
        assertThat(DIRECTORY.resolve(code("H10"), BEFORE, TODAY).destination()).contains(dongNai);
        assertThat(DIRECTORY.agency(DIRECTORY.holderOf(code("H57"), BEFORE).orElseThrow()))
                .map(Agency::name)
                .contains("UBND thành phố Huế");
    }

    @ParameterizedTest
    @ValueSource(strings = {"G04", "G05", "G07", "G13", "G14", "G23", "G24", "G25", "G26", "G34", "G36", "G37"})
    void aClosedMinistryHasNoSuccessorUntilSomebodyEntitledNamesOne(String closed) {
        assertThat(DIRECTORY.resolve(code(closed), day("2025-01-01"), TODAY))
                .isInstanceOfSatisfying(Resolution.Closed.class, resolution -> assertThat(resolution.since())
                        .isEqualTo(day("2025-04-14")));
        assertThat(DIRECTORY.resolve(code(closed), day("2025-01-01"), day("2025-04-13")))
                .isInstanceOf(Resolution.Resolved.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"G10", "G21"})
    void aMinistryWithNewContentIsANewAgencyUnderTheOldCode(String kept) {
        assertThat(DIRECTORY.resolve(code(kept), day("2025-01-01"), TODAY))
                .isInstanceOfSatisfying(Resolution.Succeeded.class, resolution -> assertThat(resolution.successor())
                        .isNotEqualTo(resolution.original()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"G38", "G39", "G40"})
    void whatWasAddedIn2025HasNoOldCode(String added) {
        AgencyId id = DIRECTORY.holderOf(code(added), TODAY).orElseThrow();

        assertThat(DIRECTORY.codesOf(id, TODAY)).containsExactly(code(added));
        assertThat(DIRECTORY.resolve(code(added), day("2025-01-01"), day("2025-04-01")))
                .isInstanceOf(Resolution.NotYet.class);
        assertThat(DIRECTORY.resolve(code(added), day("2025-01-01"), TODAY)).isInstanceOf(Resolution.Resolved.class);
    }

    @Test
    void bothCodeFormsNameTheSameAgency() {
        AgencyId office = DIRECTORY.holderOf(code("G22"), TODAY).orElseThrow();

        assertThat(DIRECTORY.holderOf(code("000.00.00.G22"), TODAY)).contains(office);
        assertThat(DIRECTORY.codesOf(office, TODAY)).containsExactly(code("G22"), code("000.00.00.G22"));
        assertThat(DIRECTORY.codeOf(office, TODAY)).contains(code("G22"));
    }

    @Test
    void theTableHoldsEveryNamedCodeOfLevelOne() {
        Set<String> newForms = DIRECTORY.rows().codes().stream()
                .filter(row -> row.form() == CodeForm.NEW)
                .map(row -> row.code().text())
                .collect(Collectors.toSet());

        assertThat(newForms).hasSize(202);
        assertThat(newForms.stream().collect(Collectors.groupingBy(c -> c.charAt(0), Collectors.counting())))
                .containsEntry('G', 38L)
                .containsEntry('H', 63L)
                .containsEntry('K', 63L)
                .containsEntry('I', 6L)
                .containsEntry('J', 28L);
        assertThat(DirectoryCheck.problems(DIRECTORY.rows())).isEmpty();
    }

    @Test
    void plantingTwiceChangesNothing() {
        InMemoryAgencies agencies = new InMemoryAgencies();
        DirectoryVersion first = DirectorySeed.plantIfEmpty(agencies, TODAY);

        assertThat(DirectorySeed.plantIfEmpty(agencies, TODAY)).isEqualTo(first);
        assertThat(first).isEqualTo(DIRECTORY.version());
        ImportPreview again = new ImportAgencies(agencies).preview(DirectorySeed.levelOne(), AFTER, "again");
        assertThat(again.change().isEmpty()).isTrue();
        assertThat(again.problems()).isEmpty();
    }

    static Stream<Search> searches() {
        return Stream.of(
                new Search("H53", "UBND tỉnh Tây Ninh"),
                new Search(" h53 ", "UBND tỉnh Tây Ninh"),
                new Search("000.00.00.H53", "UBND tỉnh Tây Ninh"),
                new Search("ubnd tay ninh", "UBND tỉnh Tây Ninh"),
                new Search("UBND TÂY NINH", "UBND tỉnh Tây Ninh"),
                new Search("dong nai uy", ""),
                new Search("bo van hoa", "Bộ Văn hoá, Thể thao và Du lịch"),
                new Search("bộ văn hóa", "Bộ Văn hoá, Thể thao và Du lịch"),
                new Search("Long An", ""),
                new Search("  ", ""),
                new Search("ma\u0323\u0302t tra\u0323\u0302n", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"));
    }

    record Search(String typed, String first) {
        @Override
        public String toString() {
            return (typed + " → " + first).toLowerCase(Locale.ROOT);
        }
    }

    @ParameterizedTest
    @MethodSource("searches")
    void peopleFindAgenciesAsTheyType(Search search) {
        Optional<String> first = DIRECTORY.search(search.typed(), TODAY).stream()
                .map(Agency::name)
                .findFirst();

        assertThat(first.orElse("")).isEqualTo(search.first());
    }

    @Test
    void aSearchInThePastFindsWhatWasThereThen() {
        assertThat(DIRECTORY.search("long an", BEFORE)).map(Agency::name).contains("UBND tỉnh Long An");
        assertThat(DIRECTORY.search("tỉnh", TODAY)).hasSizeLessThanOrEqualTo(AgencySearch.MOST);
    }
}
