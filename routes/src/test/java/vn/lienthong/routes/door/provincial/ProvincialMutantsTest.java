package vn.lienthong.routes.door.provincial;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import vn.lienthong.routes.Mutants;

/** JSON that programs for platforms send, however broken. */
final class ProvincialMutantsTest extends Mutants {

    private static final List<String> BODIES = List.of(
            "{\"username\":\"a\",\"password\":\"b\",\"applicationCode\":\"QLVB\",\"otp\":null,\"typeObjs\":[0,1]}",
            "{\"docId\":\"d-1\",\"status\":\"03\",\"description\":\"lý do\"}");

    @Override
    protected Stream<Parser> parsers() {
        return Stream.of(
                new Parser("body", BODIES, json("\"status\":", "03", "15"), ProvincialMutantsTest::body),
                new Parser("codes", List.of("[\"H01\",\"G22\"]"), json("\" \""), codes -> ProvincialSubmission.codes(
                                text(codes))
                        .isPresent()));
    }

    private static boolean body(byte[] json) {
        return switch (ProvincialBody.parsed(json)) {
            case ProvincialBody.Refused refused -> false;
            case ProvincialBody.Read read -> {
                long used = Stream.of("username", "password", "docId", "status", "description")
                        .flatMap(member -> read.text(member).stream())
                        .filter(text -> ProvincialDoor.isId(text)
                                || (SayStatus.isStatus(text)
                                        && SayStatus.code(text).needsReason()))
                        .count();
                yield used < Long.MAX_VALUE;
            }
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
