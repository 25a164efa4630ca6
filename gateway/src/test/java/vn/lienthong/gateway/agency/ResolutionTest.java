package vn.lienthong.gateway.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.agency.Sketch.code;
import static vn.lienthong.gateway.agency.Sketch.day;
import static vn.lienthong.gateway.agency.Sketch.id;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reading of codes on one small country that went through two reforms, on 2021-01-01 and on 2025-07-01. */
final class ResolutionTest {

    private static final AgencyDirectory COUNTRY = new Sketch()
            // east and west became one in 2025 and it keeps west's code
            .agency("east", "2010-01-01", "2025-07-01")
            .agency("west", "2010-01-01", "2025-07-01")
            .agency("union", "2025-07-01", "")
            .code("E", "east", "2010-01-01", "2025-07-01")
            .code("W", "west", "2010-01-01", "2025-07-01")
            .code("W", "union", "2025-07-01", "")
            .whole("east", "union", "2025-07-01")
            .whole("west", "union", "2025-07-01")
            // old went into east in 2021
            .agency("old", "2010-01-01", "2021-01-01")
            .code("O", "old", "2010-01-01", "2021-01-01")
            .whole("old", "east", "2021-01-01")
            // big was split in 2021 into two that live, tiny's two halves met again in union
            .agency("big", "2010-01-01", "2021-01-01")
            .agency("left", "2021-01-01", "")
            .agency("right", "2021-01-01", "")
            .code("B", "big", "2010-01-01", "2021-01-01")
            .part("big", "left", "2021-01-01")
            .part("big", "right", "2021-01-01")
            .agency("tiny", "2010-01-01", "2021-01-01")
            .code("T", "tiny", "2010-01-01", "2021-01-01")
            .part("tiny", "east", "2021-01-01")
            .part("tiny", "west", "2021-01-01")
            // half: one part is known to have gone left, nothing is known of the rest
            .agency("half", "2010-01-01", "2021-01-01")
            .code("A", "half", "2010-01-01", "2021-01-01")
            .part("half", "left", "2021-01-01")
            // gone ended and left nobody; its code was given to someone else two years later
            .agency("gone", "2010-01-01", "2021-01-01")
            .agency("heir", "2023-01-01", "")
            .code("G", "gone", "2010-01-01", "2021-01-01")
            .code("G", "heir", "2023-01-01", "")
            // giver handed a part over in 2018 and lived on until east took the rest in 2021
            .agency("giver", "2010-01-01", "2021-01-01")
            .code("V", "giver", "2010-01-01", "2021-01-01")
            .part("giver", "left", "2018-01-01")
            .whole("giver", "east", "2021-01-01")
            // moved keeps living under another code
            .agency("moved", "2010-01-01", "")
            .code("M", "moved", "2010-01-01", "2021-01-01")
            .code("M2", "moved", "2021-01-01", "")
            .code("P", "planned", "2030-01-01", "")
            .agency("planned", "2030-01-01", "")
            .directory();

    static Stream<Arguments> readings() {
        return Stream.of(
                // code, as of, now, expected kind, expected agency
                Arguments.of("E", "2025-06-30", "2025-06-30", Resolution.Resolved.class, "east"),
                Arguments.of("E", "2025-06-30", "2025-07-01", Resolution.Succeeded.class, "union"),
                Arguments.of("E", "2025-07-05", "2025-07-06", Resolution.Succeeded.class, "union"),
                Arguments.of("W", "2025-06-30", "2025-06-30", Resolution.Resolved.class, "west"),
                Arguments.of("W", "2025-06-30", "2025-07-01", Resolution.Succeeded.class, "union"),
                Arguments.of("W", "2025-07-01", "2025-07-01", Resolution.Resolved.class, "union"),
                // from before the table began
                Arguments.of("W", "2001-01-01", "2015-01-01", Resolution.Resolved.class, "west"),
                Arguments.of("W", "2001-01-01", "2026-01-01", Resolution.Succeeded.class, "union"),
                // a clock ahead of ours does not reach into the future
                Arguments.of("W", "2025-07-01", "2025-06-30", Resolution.Resolved.class, "west"),
                // across two reforms
                Arguments.of("O", "2020-01-01", "2024-01-01", Resolution.Succeeded.class, "east"),
                Arguments.of("O", "2020-01-01", "2026-01-01", Resolution.Succeeded.class, "union"),
                Arguments.of("T", "2020-01-01", "2026-01-01", Resolution.Succeeded.class, "union"),
                Arguments.of("V", "2017-01-01", "2019-01-01", Resolution.Resolved.class, "giver"),
                Arguments.of("V", "2017-01-01", "2026-01-01", Resolution.Succeeded.class, "union"),
                Arguments.of("G", "2024-01-01", "2024-01-02", Resolution.Resolved.class, "heir"),
                Arguments.of("M", "2020-01-01", "2026-01-01", Resolution.Resolved.class, "moved"),
                Arguments.of("M", "2022-01-01", "2026-01-01", Resolution.Resolved.class, "moved"),
                Arguments.of("M2", "2020-01-01", "2026-01-01", Resolution.Resolved.class, "moved"),
                Arguments.of("P", "2030-01-01", "2030-01-01", Resolution.Resolved.class, "planned"));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void aCodeLeadsToOneAgency(String code, String asOf, String now, Class<?> kind, String agency) {
        Resolution resolution = COUNTRY.resolve(code(code), day(asOf), day(now));

        assertThat(resolution).isInstanceOf(kind);
        assertThat(resolution.code()).isEqualTo(code(code));
        assertThat(resolution.destination()).contains(id(agency));
    }

    @Test
    void thePathNamesEachReform() {
        assertThat(COUNTRY.resolve(code("O"), day("2020-01-01"), day("2026-01-01")))
                .isEqualTo(new Resolution.Succeeded(
                        code("O"),
                        id("old"),
                        id("union"),
                        Stream.concat(
                                        COUNTRY.successionsFrom(id("old")).stream(),
                                        COUNTRY.successionsFrom(id("east")).stream())
                                .toList()));
    }

    @Test
    void aSplitIsLeftToAPerson() {
        Resolution.Split split = (Resolution.Split) COUNTRY.resolve(code("B"), day("2020-06-01"), day("2021-01-01"));

        assertThat(split.original()).isEqualTo(id("big"));
        assertThat(split.candidates()).containsExactlyInAnyOrder(id("left"), id("right"));
        assertThat(split.path()).hasSize(2);
        assertThat(split.destination()).isEmpty();
    }

    @Test
    void halvesThatDidNotMeetYetAreASplit() {
        assertThat(COUNTRY.resolve(code("T"), day("2020-06-01"), day("2025-06-30")))
                .isInstanceOfSatisfying(Resolution.Split.class, split -> assertThat(split.candidates())
                        .containsExactlyInAnyOrder(id("east"), id("west")));
    }

    @Test
    void oneKnownPartIsACandidateAndNoMore() {
        assertThat(COUNTRY.resolve(code("A"), day("2020-06-01"), day("2026-01-01")))
                .isInstanceOfSatisfying(Resolution.Split.class, split -> assertThat(split.candidates())
                        .containsExactly(id("left")));
    }

    @Test
    void anAgencyThatLeftNobodyIsClosedEvenWhenItsCodeWasGivenAway() {
        assertThat(COUNTRY.resolve(code("G"), day("2020-06-01"), day("2022-01-01")))
                .isEqualTo(new Resolution.Closed(code("G"), id("gone"), day("2021-01-01")));
        assertThat(COUNTRY.resolve(code("G"), day("2020-06-01"), day("2024-01-01")))
                .isEqualTo(new Resolution.Closed(code("G"), id("gone"), day("2021-01-01")));
        assertThat(COUNTRY.resolve(code("G"), day("2022-06-01"), day("2024-01-01")))
                .isEqualTo(new Resolution.Closed(code("G"), id("gone"), day("2021-01-01")));
    }

    @Test
    void aPlanIsNotYet() {
        assertThat(COUNTRY.resolve(code("P"), day("2026-01-01"), day("2026-01-01")))
                .isEqualTo(new Resolution.NotYet(code("P"), id("planned"), day("2030-01-01")));
    }

    @Test
    void aRecipientChosenByIdIsFollowedToo() {
        assertThat(COUNTRY.follow(code("B"), id("left"), day("2026-01-01")))
                .isEqualTo(new Resolution.Resolved(code("B"), id("left")));
        assertThat(COUNTRY.follow(code("T"), id("west"), day("2026-01-01")).destination())
                .contains(id("union"));
        assertThat(COUNTRY.follow(code("P"), id("planned"), day("2026-01-01")))
                .isEqualTo(new Resolution.NotYet(code("P"), id("planned"), day("2030-01-01")));
        assertThat(COUNTRY.follow(code("P"), id("nobody"), day("2026-01-01")))
                .isEqualTo(new Resolution.Unknown(code("P")));
    }

    @Test
    void whatNobodyEverHadIsUnknownAndSoIsAPrefix() {
        assertThat(COUNTRY.resolve(code("E.1"), day("2026-01-01"), day("2026-01-01")))
                .isEqualTo(new Resolution.Unknown(code("E.1")));
        assertThat(COUNTRY.resolve(code("e"), day("2026-01-01"), day("2026-01-01")))
                .isEqualTo(new Resolution.Unknown(code("e")));
    }

    @Test
    void aCircleOfEndedAgenciesIsClosed() {
        AgencyDirectory circle = new Sketch()
                .agency("one", "2010-01-01", "2020-01-01")
                .agency("two", "2010-01-01", "2020-01-01")
                .code("1", "one", "2010-01-01", "2020-01-01")
                .whole("one", "two", "2020-01-01")
                .whole("two", "one", "2020-01-01")
                .directory();

        assertThat(circle.resolve(code("1"), day("2019-01-01"), day("2026-01-01")))
                .isEqualTo(new Resolution.Closed(code("1"), id("one"), day("2020-01-01")));
    }

    @Test
    void aCircleWithAWayOutIsNotTrusted() {
        AgencyDirectory circle = new Sketch()
                .agency("one", "2010-01-01", "2020-01-01")
                .agency("two", "2010-01-01", "2020-01-01")
                .agency("out", "2010-01-01", "")
                .code("1", "one", "2010-01-01", "2020-01-01")
                .part("one", "two", "2020-01-01")
                .part("one", "out", "2020-01-01")
                .whole("two", "one", "2020-01-01")
                .directory();

        assertThat(circle.resolve(code("1"), day("2019-01-01"), day("2026-01-01")))
                .isInstanceOfSatisfying(Resolution.Split.class, split -> assertThat(split.candidates())
                        .containsExactly(id("out")));
    }

    @Test
    void aChainLongerThanAnyHistoryIsNotFollowedToItsEnd() {
        Sketch chain = new Sketch().code("0", "a0", "2010-01-01", "2011-01-01");
        int length = SuccessionWalk.LONGEST_CHAIN;
        for (int i = 0; i <= length; i++) {
            chain.agency("a" + i, "2010-01-01", "2011-01-01").whole("a" + i, "a" + (i + 1), "2011-01-01");
        }
        AgencyDirectory tooLong =
                chain.agency("a" + (length + 1), "2010-01-01", "").directory();

        assertThat(tooLong.resolve(code("0"), day("2010-06-01"), day("2026-01-01")))
                .isInstanceOf(Resolution.Closed.class);
    }
}
