package vn.lienthong.routes.command.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is seen of careless clients that look careful from afar. */
class StepsTest {
    private static final String COPY = "ban-1";

    private static Step step(String id) {
        return Steps.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Seen seen(Operation operation) {
        String about = operation == Operation.LIST ? "" : COPY;
        return new Seen(operation, about, "", Fault.NONE, true, "", Instant.EPOCH);
    }

    private static Seen told(String identity) {
        return new Seen(Operation.STATUS, "status", identity, Fault.NONE, true, "", Instant.EPOCH);
    }

    private static Optional<Boolean> passed(String step, Seen... seen) {
        return step(step).judge(List.of(seen), List.of(COPY)).map(Verdict::passed);
    }

    @Test
    void bothLinesOfAListFetchedBeforeTheConfirmationIsTwice() {
        Seen list = seen(Operation.LIST);
        Seen fetch = seen(Operation.FETCH);
        Seen confirm = seen(Operation.CONFIRM);
        assertThat(passed("twice", list, fetch, fetch, confirm, list, list, list))
                .contains(false);
        assertThat(passed("twice", list, fetch, confirm, list, list, fetch)).contains(false);
        assertThat(passed("twice", list, fetch, confirm, list, list)).isEmpty();
        assertThat(passed("twice", list, fetch, confirm, list, confirm, list, list))
                .contains(true);
    }

    @Test
    void onlyArrivedOrAcceptedAboutTheWaitingLetterIsAStatusAboutIt() {
        assertThat(passed("status", told("ban-0=03"))).as("another letter").isEmpty();
        assertThat(passed("status", told(""))).as("no letter").isEmpty();
        assertThat(passed("status", told("ban-1=05"))).as("another code").isEmpty();
        assertThat(passed("status", told("ban-0=03"), told("ban-1=01"))).contains(true);
        assertThat(passed("status", told("ban-1=03"))).contains(true);
        Seen refused = new Seen(Operation.STATUS, "", "", Fault.NONE, false, "mã lỗi 5", Instant.EPOCH);
        assertThat(passed("status", refused)).contains(false);
    }
}
