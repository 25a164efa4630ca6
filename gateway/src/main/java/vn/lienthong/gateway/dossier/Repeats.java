package vn.lienthong.gateway.dossier;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;

/**
 * What callers were answered under a key that they chose for one call. This spares a caller the doubt, and is not what makes a
 * document one: that is its key, see {@link Dossiers#add}.
 */
public interface Repeats {

    /**
     * Begins a call under a key, or finds it.
     *
     * @param request digest of everything that the call asks for
     * @param now when it comes
     * @param forgetBefore calls begun before are forgotten, some at a time
     */
    Known begin(String systemId, String key, Sha256 request, Instant now, Instant forgetBefore);

    /**
     * As {@link #begin}, for a call that is to be done by one at a time: it is held until it ends, or at most until an instant, so that
     * who crashed does not hold it for ever.
     *
     * @param until after which it is taken for broken off; see {@link #letGo}
     */
    Known beginAlone(String systemId, String key, Sha256 request, Instant now, Instant until, Instant forgetBefore);

    /**
     * Ends a call that was begun alone without an answer to keep: it may be begun again at once.
     *
     * @param until as it was begun with, so that nobody else's is ended
     */
    void letGo(String systemId, String key, Instant until);

    /** Keeps the answer of a call that has begun; a first answer stays. */
    void answer(String systemId, String key, Answer answer);

    /** An answer as it left. */
    record Answer(int status, Optional<String> location, String body) {}

    /** What is known about a call. */
    sealed interface Known {

        /**
         * To be carried out: it is new, or was broken off before its answer was kept.
         *
         * @param begunAt when it came first: what is dated by it is the same each time
         */
        record ToDo(Instant begunAt) implements Known {}

        /** It was answered. */
        record Answered(Answer answer) implements Known {}

        /**
         * It was begun alone and goes on.
         *
         * @param until when it is taken for broken off
         */
        record UnderWay(Instant until) implements Known {}

        /** Another call has the key. */
        record OfAnother() implements Known {}
    }
}
