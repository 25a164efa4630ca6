package vn.lienthong.gateway.evidence;

import java.util.Arrays;

/**
 * What an entry says happened. Names are those of ETSI EN 319 522-1 §6 where it has one; the others are ours and say so.
 */
public enum EvidenceEvent {
    /** A.1: we took the document from the sender's system. */
    SUBMISSION_ACCEPTANCE("SubmissionAcceptance", true),
    /** A.2: a person refused a document out of custody. */
    SUBMISSION_REJECTION("SubmissionRejection", true),
    /** D.1: the copy is at the recipient's disposal. */
    CONTENT_CONSIGNMENT("ContentConsignment", true),
    /** D.2: the copy could not be put at the recipient's disposal. */
    CONTENT_CONSIGNMENT_FAILURE("ContentConsignmentFailure", true),
    /** E.1: the recipient's system has the copy. */
    CONTENT_HANDOVER("ContentHandover", true),
    /** E.2: the recipient's system could not take the copy. */
    CONTENT_HANDOVER_FAILURE("ContentHandoverFailure", true),
    /** B.1: another gateway took the copy. */
    RELAY_ACCEPTANCE("RelayAcceptance", true),
    /** B.3: another gateway could not be reached. */
    RELAY_FAILURE("RelayFailure", true),
    /** The same document was handed in again. */
    REPEATED_SUBMISSION("RepeatedSubmission", false),
    /** A person has to decide. */
    HELD("Held", false),
    RELEASED("Released", false),
    /** A code was resolved again on the way. */
    REROUTED("Rerouted", false),
    WITHDRAWN("Withdrawn", false),
    MERGED("Merged", false),
    /** A recall, update, replacement or answer joined this document. */
    LINKED("Linked", false),
    STATUS_RECEIVED("StatusReceived", false),
    STATUS_UNMATCHED("StatusUnmatched", false),
    VERIFIED_AGAIN("VerifiedAgain", false),
    DEAD_LETTER("DeadLetter", false),
    REVIVED("Revived", false),
    CLOSED("Closed", false),
    /** A person has seen to an alert about this document. */
    ALERT_CLOSED("AlertClosed", false),
    /** The recipient's clerk made a stamped copy of a file of the document; what was received stays as it is. */
    STAMPED("IncomingStamp", false);

    private final String term;
    private final boolean etsi;

    EvidenceEvent(String term, boolean etsi) {
        this.term = term;
        this.etsi = etsi;
    }

    /** The name that leaves the process. */
    public String term() {
        return term;
    }

    /** Whether the name is defined by EN 319 522-1. */
    public boolean etsi() {
        return etsi;
    }

    /**
     * The event of a name.
     *
     * @throws IllegalArgumentException when no event has it
     */
    static EvidenceEvent ofTerm(String term) {
        return Arrays.stream(values())
                .filter(event -> event.term.equals(term))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "event: " + term + " (expected: one of EN 319 522-1" + " or of this gateway)"));
    }
}
