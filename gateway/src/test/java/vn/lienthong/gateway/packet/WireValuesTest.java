package vn.lienthong.gateway.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Literals of the wire, and texts that only look like dates, times or names. */
class WireValuesTest {

    @Test
    void actionsAndStatuses() {
        assertThat(BusinessAction.values()).extracting(BusinessAction::wire).containsExactly("0", "1", "2", "3");
        for (BusinessAction action : BusinessAction.values()) {
            assertThat(BusinessAction.ofWire(action.wire())).contains(action);
        }
        assertThat(BusinessAction.ofWire("4")).isEmpty();
        assertThat(StatusCode.TAKE_BACK.text()).isEqualTo("13");
        assertThat(StatusCode.CHANGE_AGREED.text()).isEqualTo("15");
        assertThat(new StatusCode("02")).isEqualTo(StatusCode.REFUSED);
        assertThat(new StatusCode("07").isKnown()).isFalse();
    }

    @Test
    void timesAreVietnams() {
        Instant instant = Instant.parse("2025-06-30T17:00:00Z");
        assertThat(TraceHop.at("G22", instant).timeText()).isEqualTo("2025/07/01 00:00:00");
        assertThat(new TraceHop("", "2025/07/01 00:00:00").time()).contains(instant);
        assertThat(new TraceHop("", "01/07/2025 00:00:00").time())
                .as("day first")
                .contains(instant);
        assertThat(DateText.of(LocalDate.of(2025, 7, 1)).text()).isEqualTo("2025/07/01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025/07/01",
                "2025/07/01 24:00:00",
                "2025/07/01 00:60:00",
                "2025/07/01 00:00:60",
                "2025/02/30 00:00:00",
                "2025/07/01 00-00-00",
                "2025/07/0100:00:00 ",
                "2025/07/01 0a:00:00",
                "null",
                "2025/07/01 00:00:00.000",
                "0000/01/01 00:00:00"
            })
    void noTimes(String text) {
        assertThat(new TraceHop("", text).time()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tờ trình.pdf|tờ trình.pdf",
                "a/b/c.pdf|c.pdf",
                "..\\..\\c.pdf|c.pdf",
                "CON|_CON",
                "con.pdf|_con.pdf",
                "Lpt1 .txt|_Lpt1 .txt",
                "a:b?.pdf|a_b_.pdf",
                "..|tep-dinh-kem",
                "a.pdf. .|a.pdf",
                "/|tep-dinh-kem"
            })
    void safeNames(String name, String safe) {
        assertThat(SafeFileName.of(name)).isEqualTo(safe);
    }

    @Test
    void namesThatDeceiveOrAreTooLong() {
        assertThat(SafeFileName.of("ke_hoach\u202Efdp.exe")).isEqualTo("ke_hoachfdp.exe");
        assertThat(SafeFileName.of("a\u0000.pdf")).isEqualTo("a.pdf");
        assertThat(SafeFileName.of("x".repeat(400) + ".pdf")).hasSize(150).endsWith("x.pdf");
        assertThat(SafeFileName.of("")).isEqualTo("tep-dinh-kem");
    }

    @Test
    void limitsRefuseNonsense() {
        PacketLimits d = PacketLimits.defaults();
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> new PacketLimits(d.maxPacketBytes(), 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1))
                .withMessage("lienthong.packet.maxDepthElements: 0 (expected: above 0)");
    }
}
