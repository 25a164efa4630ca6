package vn.lienthong.gateway.admission;

import java.util.Optional;
import vn.lienthong.gateway.finding.ErrorCode;

/** The situations that admission policy has a row for. */
public enum PolicyCase {
    /** The packet itself is not as the regulation requires. */
    PACKET_INVALID,
    /** A signature failed or was broken, or the document was changed after it was signed. */
    SIGNATURE_FAILED,
    /** The bytes of an attachment cannot be what the sender attached. */
    ATTACHMENT_DAMAGED,
    /** Nothing was signed. */
    SIGNATURE_ABSENT,
    /** Revocation or time could not be settled. */
    SIGNATURE_INDETERMINATE,
    /** A file may be signed, and nobody could look: above a limit, encrypted, of a form that is not read here. */
    SIGNATURE_NOT_CHECKED,
    /** Intact, but from no root that we trust. */
    SIGNATURE_UNTRUSTED,
    /** The seal is another agency's. */
    SEAL_NOT_SENDERS,
    /** Marked as a state secret. */
    STATE_SECRET,
    /** The document may go in a circle. */
    TRACE_LOOP,
    /** A recipient's code means nothing to the directory. */
    RECIPIENT_UNKNOWN,
    /** A recipient was closed, and nobody is on record as its successor. */
    RECIPIENT_CLOSED,
    /** A recipient's code is not in force yet. */
    RECIPIENT_NOT_YET,
    /** A recipient was succeeded whole. */
    RECIPIENT_SUCCEEDED,
    /** A recipient was split and nobody has decided. */
    RECIPIENT_SPLIT,
    /** The sender's or a recipient's code changed its meaning between promulgation and receipt. */
    CODE_AMBIGUOUS_IN_TIME,
    /** The sender's agency is not one that the caller may send for. */
    SENDER_NOT_CALLERS;

    /** The row that a finding calls for; warnings and the rest have none. */
    static Optional<PolicyCase> of(ErrorCode code) {
        return switch (code) {
            case SIGNATURE_FAILED, SIGNATURE_BROKEN, CHANGED_AFTER_SIGNING -> Optional.of(SIGNATURE_FAILED);
            case ATTACHMENT_DAMAGED -> Optional.of(ATTACHMENT_DAMAGED);
            case STATE_SECRET -> Optional.of(STATE_SECRET);
            case TRACE_LOOP -> Optional.of(TRACE_LOOP);
            case SIGNATURE_NOT_SENDERS -> Optional.of(SEAL_NOT_SENDERS);
            case AGENCY_AMBIGUOUS_IN_TIME -> Optional.of(CODE_AMBIGUOUS_IN_TIME);
            case SENDER_NOT_CALLER, MANDATE_MISSING -> Optional.of(SENDER_NOT_CALLERS);
            default -> Optional.empty();
        };
    }
}
