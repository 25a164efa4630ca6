package vn.lienthong.routes.door.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Repeats;
import vn.lienthong.gateway.finding.ErrorCode;

/** One key, one seal: who comes while it is made is asked to come again, and what came to nothing may be tried again at once. */
class AnswerOnceTest {

    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
    private static final Caller CALLER = new Caller("sys", CallerKind.AGENCY, List.of());
    private static final Sha256 CONTENT = new Sha256("a".repeat(64));

    private final Held repeats = new Held();
    private final AnswerOnce once =
            new AnswerOnce(repeats, Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofHours(24), Duration.ofMinutes(6));

    /** One call that is held or not. */
    private static final class Held implements Repeats {
        private final List<String> told = new ArrayList<>();
        private boolean held;

        @Override
        public Known begin(String systemId, String key, Sha256 request, Instant now, Instant forgetBefore) {
            return new Known.ToDo(now);
        }

        @Override
        public Known beginAlone(
                String systemId, String key, Sha256 request, Instant now, Instant until, Instant forgetBefore) {
            if (held) {
                return new Known.UnderWay(until);
            }
            held = true;
            return new Known.ToDo(now);
        }

        @Override
        public void letGo(String systemId, String key, Instant until) {
            told.add("letGo " + Duration.between(NOW, until));
            held = false;
        }

        @Override
        public void answer(String systemId, String key, Answer answer) {
            told.add("answer " + answer.status());
        }
    }

    private RestAnswer alone(AnswerOnce.Doing doing) throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/signatures");
        request.addHeader(AnswerOnce.HEADER, "k1");
        return once.answerAlone(CALLER, request, CONTENT, doing);
    }

    @Test
    void whoComesWhileItIsMadeIsAskedToComeAgain() throws IOException {
        RestAnswer sealed = new RestAnswer.Json(201, Optional.empty(), "{}");
        List<RestAnswer> second = new ArrayList<>();
        RestAnswer first = alone(begun -> {
            second.add(alone(again -> {
                throw new AssertionError("a second seal");
            }));
            return sealed;
        });
        assertThat(first).isEqualTo(sealed);
        assertThat(second).singleElement().isInstanceOfSatisfying(RestAnswer.Refused.class, refused -> assertThat(
                        refused.findings().getFirst().code())
                .isEqualTo(ErrorCode.BUSY));
        assertThat(repeats.told).containsExactly("answer 201", "letGo PT6M");
    }

    @Test
    void whatCameToNothingMayBeTriedAgainAtOnce() throws IOException {
        assertThatThrownBy(() -> alone(begun -> {
                    throw new IOException("disk");
                }))
                .hasMessage("disk");
        RestAnswer refused = RestAnswer.refused(ErrorCode.BUSY, "signature", "signature: busy (expected: free)");
        assertThat(alone(begun -> refused)).isEqualTo(refused);
        assertThat(repeats.told).containsExactly("letGo PT6M", "letGo PT6M");
    }
}
