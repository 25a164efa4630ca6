package vn.lienthong.routes.link;

import java.util.Set;
import vn.lienthong.gateway.delivery.PushOutcome;

/**
 * What a neighbour's answer to {@code sendEdoc} means for the attempt, by the numbers of the provincial platforms' table:
 * what it will never take is for a person to see, the rest is tried again.
 */
final class AxisOutcome {

    /** Receiver unknown, sender not registered, not processed, wrong format, receiver locked. */
    private static final Set<String> NEVER = Set.of("18", "19", "21", "22", "23");

    /** The file is not what was announced: damaged on the way, or too large. */
    private static final String INVALID_FILE = "10";

    /** A file that arrives damaged so often is not damaged on the way. */
    private static final int DAMAGED_ATTEMPTS = 3;

    /** Too large, as a whole or in its headers: a proxy before the neighbour says so. */
    private static final Set<Integer> TOO_LARGE = Set.of(413, 431);

    private AxisOutcome() {}

    /** @param attempts made so far, this one included */
    static PushOutcome of(AxisReply reply, int attempts) {
        return switch (reply) {
            case AxisReply.Ok ok -> new PushOutcome.Taken("DocId " + AxisReply.shown(ok.member("DocId")));
            case AxisReply.Refused refused ->
                NEVER.contains(refused.errorCode())
                                || (refused.errorCode().equals(INVALID_FILE) && attempts >= DAMAGED_ATTEMPTS)
                        ? new PushOutcome.Declined(refused.text())
                        : new PushOutcome.TryAgain(refused.text());
            case AxisReply.Unreadable unreadable ->
                TOO_LARGE.contains(unreadable.httpStatus())
                        ? new PushOutcome.Declined(unreadable.text())
                        : new PushOutcome.TryAgain(unreadable.text());
        };
    }
}
