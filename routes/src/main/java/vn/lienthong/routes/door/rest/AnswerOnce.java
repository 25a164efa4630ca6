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
    private final Duration longest;

    /**
     * Keeps answers for a time.
     *
     * @param age how long
     * @param longest that a call may take which is to be done alone; after that it is taken for broken off
     */
    AnswerOnce(Repeats repeats, Clock clock, Duration age, Duration longest) {
        this.repeats = repeats;
        this.clock = clock;
        this.age = age;
        this.longest = longest;
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
        return keyed(request, content, doing, (key, digest, now) -> {
            Repeats.Known known = repeats.begin(caller.systemId(), key, digest, now, now.minus(age));
            return known instanceof Repeats.Known.ToDo begun
                    ? keep(caller, key, doing.at(begun.begunAt()))
                    : again(key, known);
        });
    }

    /** As above, for what is not to be done twice at the same time: who comes while it is done is asked to come again. */
    RestAnswer answerAlone(Caller caller, HttpServletRequest request, Sha256 content, Doing doing) throws IOException {
        return keyed(request, content, doing, (key, digest, now) -> {
            Instant until = now.plus(longest);
            Repeats.Known known = repeats.beginAlone(caller.systemId(), key, digest, now, until, now.minus(age));
            return known instanceof Repeats.Known.ToDo begun
                    ? alone(caller, key, until, () -> doing.at(begun.begunAt()))
                    : again(key, known);
        });
    }

    /** What is done under a key that can be one. */
    private interface UnderKey {
        RestAnswer with(String key, Sha256 request, Instant now) throws IOException;
    }

    private interface Call {
        RestAnswer done() throws IOException;
    }

    private RestAnswer keyed(HttpServletRequest request, Sha256 content, Doing doing, UnderKey underKey)
            throws IOException {
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
        return underKey.with(key.get(), Sha256.of(asked.getBytes(StandardCharsets.UTF_8)), now);
    }

    /** Ends the hold whatever happens; an answer that is kept ends it by itself. */
    private RestAnswer alone(Caller caller, String key, Instant until, Call call) throws IOException {
        try {
            return keep(caller, key, call.done());
        } finally {
            repeats.letGo(caller.systemId(), key, until);
        }
    }

    private static RestAnswer again(String key, Repeats.Known known) {
        return switch (known) {
            case Repeats.Known.ToDo begun -> throw new IllegalStateException("repeat: to do (expected: known)");
            case Repeats.Known.Answered answered -> {
                Repeats.Answer first = answered.answer();
                yield new RestAnswer.Again(new RestAnswer.Json(first.status(), first.location(), first.body()));
            }
            case Repeats.Known.UnderWay goesOn ->
                RestAnswer.refused(
                        ErrorCode.BUSY,
                        HEADER,
                        HEADER + ": " + key + " đang được làm (expected: gọi lại với cùng khóa sau ít giây)");
            case Repeats.Known.OfAnother another ->
                RestAnswer.refused(
                        ErrorCode.IDEMPOTENCY_KEY_REUSED,
                        HEADER,
                        HEADER + ": " + key + " (expected: một khóa mới cho mỗi yêu cầu khác)");
        };
    }

    private RestAnswer keep(Caller caller, String key, RestAnswer answer) {
        if (answer instanceof RestAnswer.Json json) {
            repeats.answer(caller.systemId(), key, new Repeats.Answer(json.status(), json.location(), json.body()));
        }
        return answer;
    }
}
