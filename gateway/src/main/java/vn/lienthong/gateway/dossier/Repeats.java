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

        /** Another call has the key. */
        record OfAnother() implements Known {}
    }
}
