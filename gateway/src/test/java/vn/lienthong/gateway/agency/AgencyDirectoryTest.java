package vn.lienthong.gateway.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.agency.Sketch.code;
import static vn.lienthong.gateway.agency.Sketch.day;
import static vn.lienthong.gateway.agency.Sketch.id;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AgencyDirectoryTest {

    private static final AgencyDirectory PLACES = new Sketch()
            .agency("province", "2010-01-01", "2025-07-01")
            .agency("merged", "2025-07-01", "")
            .agency("district", "district", "province", "2010-01-01", "2025-07-01")
            .agency("ward", "Ward of old", "district", "2010-01-01", "2025-07-01")
            .agency("ward", "Ward of new", "merged", "2025-07-01", "")
            .agency("office", "office", "province", "2010-01-01", "")
            .agency("desk", "desk", "office", "2010-01-01", "")
            .code("H53", "province", "2010-01-01", "2025-07-01")
            .code("H53", "merged", "2025-07-01", "")
            .code("H53.1", "office", "2010-01-01", "")
            .code("H53.10", "ward", "2010-01-01", "")
            .code("000.00.10.H53", "ward", "2010-01-01", "")
            .code("vxp.10", "ward", "2010-01-01", "2020-01-01")
            .whole("province", "merged", "2025-07-01")
            .part("district", "merged", "2025-07-01")
            .directory();

    @Test
    void theNextHopIsTheNearestSuperiorThatPassesTheTest() {
        assertThat(PLACES.nearestSuperiorWhere(id("ward"), day("2020-01-01"), any -> true))
                .contains(id("district"));
        assertThat(PLACES.nearestSuperiorWhere(id("ward"), day("2020-01-01"), id("province")::equals))
                .contains(id("province"));
        assertThat(PLACES.nearestSuperiorWhere(id("ward"), day("2025-07-01"), any -> true))
                .contains(id("merged"));
        assertThat(PLACES.nearestSuperiorWhere(id("ward"), day("2025-07-01"), any -> false))
                .isEmpty();
        assertThat(PLACES.nearestSuperiorWhere(id("merged"), day("2025-07-01"), any -> true))
                .isEmpty();
    }

    /** The office's rows still name the province that ended; H53.1 looks like the beginning of H53.10 and is not above it. */
    @Test
    void aSuperiorThatEndedStandsForItsSuccessor() {
        assertThat(PLACES.superiorOf(id("office"), day("2025-07-01"))).contains(id("merged"));
        assertThat(PLACES.nearestSuperiorWhere(id("desk"), day("2026-01-01"), id("merged")::equals))
                .contains(id("merged"));
        List<AgencyId> asked = new ArrayList<>();
        assertThat(PLACES.nearestSuperiorWhere(id("ward"), day("2026-01-01"), asked::add))
                .contains(id("merged"));
        assertThat(asked).containsExactly(id("merged"));
    }

    @Test
    void superiorsInACircleEnd() {
        AgencyDirectory circle = new Sketch()
                .agency("a", "a", "b", "2010-01-01", "")
                .agency("b", "b", "a", "2010-01-01", "")
                .directory();

        assertThat(circle.nearestSuperiorWhere(id("a"), day("2020-01-01"), any -> false))
                .isEmpty();
    }

    @Test
    void anAgencyIsDescribedAsItStoodThen() {
        assertThat(PLACES.agency(id("ward")).map(Agency::name)).contains("Ward of new");
        assertThat(PLACES.agency(id("ward"), day("2020-01-01")).map(Agency::name))
                .contains("Ward of old");
        assertThat(PLACES.agency(id("ward"), day("2001-01-01")).map(Agency::name))
                .contains("Ward of old");
        assertThat(PLACES.agency(id("province"), day("2026-01-01")).map(Agency::name))
                .contains("province");
        assertThat(PLACES.agency(id("nobody"))).isEmpty();
        assertThat(PLACES.validAt(id("province"), day("2025-07-01"))).isFalse();
    }

    @Test
    void theNewFormOfACodeComesFirst() {
        assertThat(PLACES.codesOf(id("ward"), day("2015-01-01")))
                .containsExactly(code("H53.10"), code("000.00.10.H53"), code("vxp.10"));
        assertThat(PLACES.codesOf(id("ward"), day("2020-01-01"))).doesNotContain(code("vxp.10"));
        assertThat(PLACES.codeOf(id("ward"), day("2020-01-01"))).contains(code("H53.10"));
        assertThat(PLACES.codeOf(id("desk"), day("2020-01-01"))).isEmpty();
    }

    @Test
    void partsAreOfTheLineageWhereAskedFor() {
        assertThat(PLACES.lineageOf(id("district"))).containsExactly(id("district"));
        assertThat(PLACES.lineageOf(id("district"), EnumSet.allOf(SuccessionKind.class)))
                .isEqualTo(Set.of(id("district"), id("merged")));
        assertThat(PLACES.lineageOf(id("merged"))).containsExactlyInAnyOrder(id("merged"), id("province"));
    }

    @Test
    void theDigestIsOfTheContentInAnyOrder() {
        DirectoryRows rows = PLACES.rows();
        List<Agency> shuffled = new ArrayList<>(rows.agencies());
        Collections.reverse(shuffled);
        DirectoryRows reordered = new DirectoryRows(shuffled, rows.codes(), rows.successions());
        DirectoryRows fewer =
                new DirectoryRows(rows.agencies().subList(1, rows.agencies().size()), rows.codes(), List.of());

        assertThat(AgencyDirectory.of(7, reordered).version())
                .isEqualTo(new DirectoryVersion(7, PLACES.version().sha256()));
        assertThat(AgencyDirectory.of(7, fewer).version().sha256())
                .isNotEqualTo(PLACES.version().sha256());
        assertThat(AgencyDirectory.empty().version().sha256())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void contradictionsAreNamed() {
        DirectoryRows rows = new Sketch()
                .agency("a", "2010-01-01", "2020-01-01")
                .agency("a", "2019-01-01", "")
                .agency("b", "b", "nobody", "2010-01-01", "2009-01-01")
                .code("X", "a", "2010-01-01", "")
                .code("X", "b", "2015-01-01", "")
                .code("Y", "nobody", "2015-01-01", "")
                .whole("a", "b", "2020-01-01")
                .whole("a", "nobody", "2020-01-01")
                .part("a", "a", "2020-01-01")
                .rows();

        assertThat(DirectoryCheck.problems(rows))
                .anyMatch(text -> text.startsWith("cấp trên của b: "))
                .anyMatch(text -> text.startsWith("ngày kết thúc của b: "))
                .anyMatch(text -> text.startsWith("thời gian chồng nhau: cơ quan"))
                .anyMatch(text -> text.startsWith("thời gian chồng nhau: mã"))
                .anyMatch(text -> text.startsWith("cơ quan của mã Y: "))
                .anyMatch(text -> text.startsWith("cơ quan kế thừa: " + id("nobody")))
                .anyMatch(text -> text.startsWith("cơ quan kế thừa: chính a"))
                .anyMatch(text -> text.startsWith("cơ quan được kế thừa toàn bộ: a"))
                .anyMatch(text -> text.startsWith("số cơ quan kế thừa toàn bộ của a: 2"));
        assertThat(DirectoryCheck.problems(PLACES.rows())).isEmpty();
    }
}
