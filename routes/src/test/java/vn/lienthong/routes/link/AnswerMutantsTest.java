package vn.lienthong.routes.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienthong.routes.Mutants;

/** What neighbours answer, however broken. */
final class AnswerMutantsTest extends Mutants {

    private static final List<String> ANSWERS = List.of(
            "{\"code\":200,\"message\":\"OK\",\"data\":[{\"docId\":\"a\",\"to\":\"H53\",\"status\":\"initial\"}]}",
            "{\"success\":true,\"status\":\"OK\",\"ErrorCode\":\"0\",\"data\":{\"docId\":\"1\",\"errorCode\":null}}",
            "[{\"orgCode\":\"H37\",\"orgName\":\"Tỉnh\",\"parentCode\":null}]");

    private static final List<String> COPIES = List.of(
            "{\"code\":200,\"data\":{\"docId\":\"1\",\"data\":\"PGE+w6k8L2E+\"}}",
            "{\"data\":\"<a b='c'>\\u00e9 \\ud83d\\ude00</a>\"}");

    @Override
    protected Stream<Parser> parsers() {
        return Stream.of(
                new Parser(
                        "platform's answer",
                        ANSWERS,
                        json("\"code\":500,", "\"success\":false,"),
                        bytes -> used(ProvincialReply.of(200, bytes))),
                new Parser("platform's copy", COPIES, json("\\u00", "=", "<"), AnswerMutantsTest::copy));
    }

    private static boolean used(AxisReply reply) {
        if (reply instanceof AxisReply.Ok ok) {
            return ok.data()
                            .filter(line -> AxisListed.of(line).isPresent()
                                    || AxisUnit.of(line).isPresent())
                            .count()
                    < Long.MAX_VALUE;
        }
        return reply.text().isEmpty();
    }

    /** What is damaged ends in an I/O error, which is tried again. */
    private static boolean copy(byte[] answer) {
        try {
            Optional<InputStream> packet = PacketInJson.find(new ByteArrayInputStream(answer));
            return packet.isPresent() && packet.get().readAllBytes().length > 0;
        } catch (IOException damaged) {
            return false;
        }
    }
}
