package vn.lienthong.routes.door;

import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;

/** The one way in: every door hands its submissions over here and answers with what comes back. */
public interface Receiver {

    /**
     * Runs the whole of reception; when it returns, what it says is committed.
     *
     * @throws RuntimeException for a fault of ours: nothing is known to be recorded, and the caller should try again
     */
    ReceptionAnswer receive(Submission submission);
}
