package vn.lienthong.gateway.dossier.reception;

import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.packet.AttachmentStore;

/** Says what reception would decide about a submission, by the same steps, and records nothing. */
public final class PreviewSubmission {

    private final ReadSubmission reading;
    private final CheckSubmission checking;
    private final VerifySubmission verifying;
    private final ResolveSubmission resolving;
    private final MatchSeals matching;
    private final DecideSubmission deciding;

    public PreviewSubmission(
            ReadSubmission reading,
            CheckSubmission checking,
            VerifySubmission verifying,
            ResolveSubmission resolving,
            MatchSeals matching,
            DecideSubmission deciding) {
        this.reading = reading;
        this.checking = checking;
        this.verifying = verifying;
        this.resolving = resolving;
        this.matching = matching;
        this.deciding = deciding;
    }

    /**
     * Goes through reception up to the decision.
     *
     * @param attachments where the decoded files lie; may be closed as soon as this returns
     */
    public Decision preview(Submission submission, AttachmentStore attachments) {
        Examination read = reading.read(Examination.of(submission, attachments));
        return deciding.decide(matching.match(resolving.resolve(verifying.verify(checking.check(read)))));
    }
}
