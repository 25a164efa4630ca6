package vn.lienthong.gateway.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What holds for every code: an order for lists and maps, and nothing read out of its parts. */
final class AgencyCodePropertyTest {

    @Property(tries = 1000)
    void codesHaveOneOrderAndEqualOnesAreEqualTexts(
            @ForAll("codes") AgencyCode a, @ForAll("codes") AgencyCode b, @ForAll("codes") AgencyCode c) {
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
        assertThat(a.compareTo(b) == 0)
                .isEqualTo(a.equals(b))
                .isEqualTo(a.text().equals(b.text()));
        if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
            assertThat(a.compareTo(c)).isNotPositive();
        }
        if (a.equals(b)) {
            assertThat(a).hasSameHashCodeAs(b);
        }
    }

    @Property(tries = 300)
    void aListIsInTheSameOrderWhateverItCameIn(
            @ForAll @Size(max = 20) List<@From("codes") AgencyCode> codes, @ForAll long seed) {
        List<AgencyCode> one = new ArrayList<>(codes);
        List<AgencyCode> other = new ArrayList<>(codes);
        Collections.shuffle(other, new Random(seed));
        Collections.sort(one);
        Collections.sort(other);
        assertThat(one).isEqualTo(other);
        assertThat(new TreeSet<>(codes)).hasSize((int) codes.stream().distinct().count());
    }

    /** H53.1 is a prefix of H53.10, and neither leads to the other. */
    @Property(tries = 500)
    void aCodeThatContinuesAnotherIsUnknownWhereOnlyTheOtherIs(
            @ForAll("codes") AgencyCode code, @ForAll("codes") AgencyCode rest) {
        AgencyDirectory directory = new Sketch()
                .agency("bo", "2020-01-01", "")
                .code(code.text(), "bo", "2020-01-01", "")
                .directory();
        for (String near :
                List.of(code.text() + rest, code.text() + "." + rest, rest + code.text(), rest + "." + code)) {
            assertThat(directory.resolve(new AgencyCode(near), Sketch.day("2024-01-01"), Sketch.day("2025-01-01")))
                    .isInstanceOf(Resolution.Unknown.class);
        }
        assertThat(directory.resolve(code, Sketch.day("2024-01-01"), Sketch.day("2025-01-01")))
                .isInstanceOf(Resolution.Resolved.class);
    }

    @Provide
    Arbitrary<AgencyCode> codes() {
        return Arbitraries.strings()
                .withChars("01Hh.Đ")
                .ofMinLength(1)
                .ofMaxLength(5)
                .map(AgencyCode::new);
    }
}
