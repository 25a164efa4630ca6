package vn.lienthong.routes.door.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Repeats;
import vn.lienthong.gateway.finding.ErrorCode;

/**
 * Answers a repeat under the same {@code Idempotency-Key} with the first answer. Only what was done is kept: a call that was refused
 * may come again when the reason is gone.
 */
final class AnswerOnce {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST_KEY = 255;

    private final Repeats repeats;
    private final Clock clock;
    private final Duration age;

    /**
     * Keeps answers for a time.
     *
     * @param age how long
     */
    AnswerOnce(Repeats repeats, Clock clock, Duration age) {
        this.repeats = repeats;
        this.clock = clock;
        this.age = age;
    }

    /** Carries a call out. */
    @FunctionalInterface
    interface Doing {
        /**
         * Does it.
         *
         * @param begun when it came first, so that what is dated by it is the same in each try
         */
        RestAnswer at(Instant begun) throws IOException;
    }

    static Optional<String> key(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HEADER))
                .map(String::strip)
                .map(key -> key.replaceAll("^\"(.*)\"$", "$1"))
                .filter(key -> !key.isEmpty());
    }

    /**
     * Answers a call.
     *
     * @param content digest of what the call brings
     */
    RestAnswer answer(Caller caller, HttpServletRequest request, Sha256 content, Doing doing) throws IOException {
        Instant now = clock.instant();
        Optional<String> key = key(request);
        if (key.isEmpty()) {
            return doing.at(now);
        }
        if (key.get().length() > LONGEST_KEY || !key.get().matches("\\p{Print}+")) {
            String text = HEADER + ": " + key.get() + " (expected: 1 … " + LONGEST_KEY + " ký tự ASCII in được)";
            return RestAnswer.refused(ErrorCode.PARAMETER_MALFORMED, HEADER, text);
        }
        String asked = request.getMethod() + " " + request.getRequestURI() + "?"
                + Optional.ofNullable(request.getQueryString()).orElse("") + " " + content.hex();
        Sha256 digest = Sha256.of(asked.getBytes(StandardCharsets.UTF_8));
        return switch (repeats.begin(caller.systemId(), key.get(), digest, now, now.minus(age))) {
            case Repeats.Known.ToDo begun -> keep(caller, key.get(), doing.at(begun.begunAt()));
            case Repeats.Known.Answered answered -> {
                Repeats.Answer first = answered.answer();
                yield new RestAnswer.Again(new RestAnswer.Json(first.status(), first.location(), first.body()));
            }
            case Repeats.Known.OfAnother another ->
                RestAnswer.refused(
                        ErrorCode.IDEMPOTENCY_KEY_REUSED,
                        HEADER,
                        HEADER + ": " + key.get() + " (expected: một khóa mới cho mỗi yêu cầu khác)");
        };
    }

    private RestAnswer keep(Caller caller, String key, RestAnswer answer) {
        if (answer instanceof RestAnswer.Json json) {
            repeats.answer(caller.systemId(), key, new Repeats.Answer(json.status(), json.location(), json.body()));
        }
        return answer;
    }
}
