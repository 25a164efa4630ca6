package vn.lienthong.routes.door.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.routes.door.PlatformTime;

final class AxisTextsTest {

    @ParameterizedTest
    @CsvSource({
        "02112026T100000+0000, 2026-11-02T03:00:00Z",
        "02112026T100000+0123, 2026-11-02T03:00:00.123Z",
        "02112026T100000,      2026-11-02T03:00:00Z",
        "01012026T000000+,     2025-12-31T17:00:00Z"
    })
    void aTimestampIsVietnamTimeWithMilliseconds(String text, Instant instant) {
        assertThat(AxisTimestamp.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "+", "02112026", "2026-11-02T10:00:00Z", "99112026T100000+0000", "02112026T100000+abcd"})
    void anythingElseIsNoTimestamp(String text) {
        assertThat(AxisTimestamp.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T03:00:00Z, true",
        "2026-11-01T02:59:59.999Z, false",
        "2026-11-02T03:10:00Z, true",
        "2026-11-02T03:10:00.001Z, false"
    })
    void theWindowHasTwoEnds(Instant claimed, boolean within) {
        Instant now = Instant.parse("2026-11-02T03:00:00Z");
        assertThat(AxisTimestamp.within(claimed, now, Duration.ofHours(24))).isEqualTo(within);
    }

    @Test
    void aDateAsAnEndIsIncluded() {
        assertThat(PlatformTime.from("2026/11/02")).contains(Instant.parse("2026-11-01T17:00:00Z"));
        assertThat(PlatformTime.to("02/11/2026")).contains(Instant.parse("2026-11-02T17:00:00Z"));
        assertThat(PlatformTime.to("2026-11-02 10:00:00")).contains(Instant.parse("2026-11-02T03:00:00Z"));
        assertThat(PlatformTime.from("hôm qua")).isEmpty();
        assertThat(PlatformTime.text(Instant.parse("2026-11-02T03:00:00Z"))).isEqualTo("2026/11/02 10:00:00");
    }

    @Test
    void parametersLoseTheirPrefixInAnyCase() {
        assertThat(AxisHeaders.parameters("{\"xroadvnpt-systemid\":\"a\",\"n\":7,\"e\":null}")
                        .orElseThrow())
                .containsEntry("systemid", "a")
                .containsEntry("n", "7")
                .containsEntry("e", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"a\"",
                "{\"a\":",
                "{\"systemid\":\"a\\u0000b\"}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"XroadVnpt-a\":2}"
            })
    void whatIsNoObjectOrNamesATwiceOrHoldsNulIsRefused(String json) {
        assertThat(AxisHeaders.parameters(json)).isEqualTo(Optional.empty());
    }

    @Test
    void theCodeMayBeOverEitherReadingOfTheHeader() {
        String utf8 = "{\"a\":\"Sở\"}";
        String asLatin1 = new String(utf8.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(AxisHeaders.text(AxisHeaders.signedBytes(asLatin1)[0])).isEqualTo(utf8);
    }
}
