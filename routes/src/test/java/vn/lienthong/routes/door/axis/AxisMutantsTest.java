package vn.lienthong.routes.door.axis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.lienthong.routes.Mutants;

/** What an axis call carries in its headers, however broken. */
final class AxisMutantsTest extends Mutants {

    private static final String HEADER =
            "{\"XroadVnpt-systemid\":\"he-thong\",\"XroadVnpt-timestamp\":\"26112026T100000+0123\","
                    + "\"XroadVnpt-to\":\"[\\\"H01\\\"]\",\"hash-file\":\"00ff\",\"from\":null}";

    @Override
    protected Stream<Parser> parsers() {
        return Stream.of(
                new Parser("headers", List.of(HEADER), json("XroadVnpt-", "\"from\":\"x\","), AxisMutantsTest::headers),
                new Parser(
                        "timestamp",
                        List.of("26112026T100000+0123", "01012026T000000"),
                        splices("+", "T", "-", "0"),
                        bytes -> AxisTimestamp.parse(new String(bytes, StandardCharsets.UTF_8))
                                .isPresent()));
    }

    /** As the container hands it over, in both readings. */
    private static boolean headers(byte[] header) {
        boolean understood = false;
        for (byte[] signed : AxisHeaders.signedBytes(new String(header, StandardCharsets.ISO_8859_1))) {
            understood |= AxisHeaders.parameters(AxisHeaders.text(signed))
                    .map(Map::size)
                    .isPresent();
        }
        return understood;
    }
}
