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
    /** Another engine did not pass a signature that we passed. */
    OPINIONS_DIFFER("OpinionsDiffer", false),
    DEAD_LETTER("DeadLetter", false),
    REVIVED("Revived", false),
    CLOSED("Closed", false),
    /** A person has seen to an alert about this document. */
    ALERT_CLOSED("AlertClosed", false),
    /** The recipient's clerk made a stamped copy of a file of the document; what was received stays as it is. */
    STAMPED("IncomingStamp", false),
    /** The recipient's clerk entered the document under its incoming number. */
    NUMBERED("IncomingNumber", false),
    /** An incoming number that was entered wrongly does not count. */
    NUMBER_VOIDED("IncomingNumberVoided", false),
    /** Written by a newer program; the entry has its name. Never written by this one. */
    UNKNOWN("Unknown", false);

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

    /** The event of the name that the store has; {@link #UNKNOWN} where a newer program wrote it. */
    public static EvidenceEvent named(String name) {
        return Arrays.stream(values())
                .filter(event -> event.name().equals(name))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /**
     * The event of a term.
     *
     * @throws IllegalArgumentException when no event has it
     */
    static EvidenceEvent ofTerm(String term) {
        return Arrays.stream(values())
                .filter(event -> event != UNKNOWN && event.term.equals(term))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "event: " + term + " (expected: one of EN 319 522-1" + " or of this gateway)"));
    }
}
