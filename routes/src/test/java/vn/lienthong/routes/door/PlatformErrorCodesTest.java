package vn.lienthong.routes.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.gateway.finding.ErrorCode;

/** The numbers of the platforms' table for everything that can be wrong. */
class PlatformErrorCodesTest {

    private static final Map<ErrorCode, String> NUMBERS = Map.ofEntries(
            Map.entry(ErrorCode.HASH_MISMATCH, "10"),
            Map.entry(ErrorCode.BODY_TRUNCATED, "10"),
            Map.entry(ErrorCode.TOO_LARGE, "10"),
            Map.entry(ErrorCode.SLOW_CALLER, "10"),
            Map.entry(ErrorCode.SYSTEM_UNKNOWN, "15"),
            Map.entry(ErrorCode.MAC_WRONG, "15"),
            Map.entry(ErrorCode.TIMESTAMP_OUT_OF_WINDOW, "15"),
            Map.entry(ErrorCode.CREDENTIALS_MISSING, "15"),
            Map.entry(ErrorCode.CREDENTIALS_WRONG, "15"),
            Map.entry(ErrorCode.AGENCY_UNKNOWN, "18"),
            Map.entry(ErrorCode.AGENCY_NOT_YET, "18"),
            Map.entry(ErrorCode.RECIPIENTS_WIDENED, "18"),
            Map.entry(ErrorCode.SENDER_NOT_CALLER, "19"),
            Map.entry(ErrorCode.MANDATE_MISSING, "19"),
            Map.entry(ErrorCode.INTERNAL, "20"),
            Map.entry(ErrorCode.BUSY, "20"),
            Map.entry(ErrorCode.TOO_MANY_CALLS, "20"),
            Map.entry(ErrorCode.PACKET_NOT_WELL_FORMED, "22"),
            Map.entry(ErrorCode.PACKET_HAS_DOCTYPE, "22"),
            Map.entry(ErrorCode.PACKET_LIMIT_EXCEEDED, "22"),
            Map.entry(ErrorCode.PACKET_TRUNCATED, "22"),
            Map.entry(ErrorCode.PACKET_NOT_EDXML, "22"),
            Map.entry(ErrorCode.FIELD_MISSING, "22"),
            Map.entry(ErrorCode.FIELD_TOO_LONG, "22"),
            Map.entry(ErrorCode.FIELD_MALFORMED, "22"),
            Map.entry(ErrorCode.FIELD_VALUE_UNKNOWN, "22"),
            Map.entry(ErrorCode.AGENCY_CLOSED, "23"),
            Map.entry(ErrorCode.RECIPIENT_UNREACHABLE, "23"));

    @ParameterizedTest
    @EnumSource
    void theNumbersOnTheWire(ErrorCode code) {
        assertThat(PlatformErrorCodes.of(code)).isEqualTo(NUMBERS.getOrDefault(code, "21"));
    }
}
