package vn.lienthong.gateway.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AgencyCodeTest {

    @ParameterizedTest
    @CsvSource({
        "H53, QD20",
        "H53.31.20, QD20",
        "H37.DN.001, QD20",
        "000.00.00.H53, QCVN102_OLD",
        "000.20.31.H53, QCVN102_OLD",
        "Z01ABC9, SCHEME_Z",
        "0101234567, BUSINESS",
        "0101234567-001, BUSINESS",
        "00.23.H57, IRREGULAR",
        "000.1137.H53, IRREGULAR",
        "000.00.101.H05, IRREGULAR",
        "001.00.20.TT2, IRREGULAR",
        "vxp.saas.03, IRREGULAR",
        "h53, IRREGULAR",
        "H53., IRREGULAR",
        "H53.1234567890.1234567890.1234567890, IRREGULAR"
    })
    void aShapeIsNamedForPeople(String code, CodePattern pattern) {
        assertThat(new AgencyCode(code).pattern()).isEqualTo(pattern);
    }

    @Test
    void codesAreExactTexts() {
        assertThat(new AgencyCode("H53")).isNotEqualTo(new AgencyCode("h53")).isNotEqualTo(new AgencyCode("H53 "));
        assertThatThrownBy(() -> new AgencyCode(" ")).hasMessageContaining("agency code: blank");
    }

    /** Ids derived once are in databases: the derivation may never change. */
    @Test
    void derivedIdsArePinned() {
        assertThat(AgencyId.derived(new AgencyCode("H53"), Sketch.day("2020-09-15")))
                .hasToString("d93049ed-9c6c-802c-8177-0cbd08f9454e");
        assertThat(AgencyId.derived(new AgencyCode("H53"), Sketch.day("2025-07-01")))
                .hasToString("959447fb-ddae-8e01-81e6-a71d20f3ddf3");
    }

    @Test
    void aLawDateBeginsAtMidnightInVietnam() {
        assertThat(Sketch.day("2025-07-01")).hasToString("2025-06-30T17:00:00Z");
    }
}
