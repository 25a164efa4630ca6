package vn.lienthong.gateway.desk;

import java.io.IOException;
import java.util.Set;

/** Puts what came back where it belongs. One for each purpose; another target is another one of these. */
public interface ReceiveSigned {

    /** For what it receives. */
    Set<DeskPurpose> purposes();

    /**
     * Makes of what came back what is to be received; by nobody's transaction, so it may take its time.
     *
     * @throws IOException when the vault fails
     */
    default SignedBack ready(HandOff handOff, SignedBack back) throws IOException {
        return back;
    }

    /**
     * Takes the signed file, or says why it cannot any more. The file was looked at already; whether the target is still as it was,
     * and the certificate still the one to expect, is asked here. It runs in one transaction with the end of the hand-off: where that
     * was given up meanwhile nothing of it stays.
     */
    Received receive(HandOff handOff, SignedBack back);

    /** What became of it. */
    sealed interface Received {

        record Taken() implements Received {}

        record Refused(DeskRefusal why, String detail) implements Received {}
    }
}
