package vn.lienthong.gateway.delivery;

import java.util.EnumSet;
import java.util.Set;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.evidence.EvidenceEvent;

/**
 * What the sender of a document is told of a copy that is brought to its recipient. How the recipient's system is reached
 * and what it answers is between that system and us; our operators see it.
 */
public final class TellSender {

    private static final Set<EvidenceEvent> RECIPIENTS_HOUSE = EnumSet.of(
            EvidenceEvent.STAMPED, EvidenceEvent.NUMBERED, EvidenceEvent.NUMBER_VOIDED, EvidenceEvent.UNKNOWN);

    private TellSender() {}

    /** Whether an entry tells what passed between a recipient's system and us, or inside our house. */
    public static boolean isBetweenOthers(EvidenceEvent event) {
        return switch (event) {
            case CONTENT_HANDOVER,
                    CONTENT_HANDOVER_FAILURE,
                    RELAY_ACCEPTANCE,
                    RELAY_FAILURE,
                    DEAD_LETTER,
                    OPINIONS_DIFFER,
                    ALERT_CLOSED,
                    STAMPED,
                    NUMBERED,
                    NUMBER_VOIDED,
                    UNKNOWN -> true;
            case SUBMISSION_ACCEPTANCE,
                    SUBMISSION_REJECTION,
                    CONTENT_CONSIGNMENT,
                    CONTENT_CONSIGNMENT_FAILURE,
                    REPEATED_SUBMISSION,
                    HELD,
                    RELEASED,
                    REROUTED,
                    WITHDRAWN,
                    MERGED,
                    LINKED,
                    STATUS_RECEIVED,
                    STATUS_UNMATCHED,
                    VERIFIED_AGAIN,
                    REVIVED,
                    CLOSED -> false;
        };
    }

    /** Whether an entry is the recipient's own affair, such as the number under which it entered its copy. */
    public static boolean isOfRecipientsHouse(EvidenceEvent event) {
        return RECIPIENTS_HOUSE.contains(event);
    }

    /** Why the copy stands where it stands, in words for a person; empty where nothing is amiss. */
    public static String reason(Delivery copy) {
        if (!copy.push() || copy.attempts() == 0) {
            return copy.reason();
        }
        return switch (copy.state()) {
            case WAITING, QUEUED, SENDING -> "lần giao thứ " + copy.attempts() + " chưa thành, cổng sẽ giao lại";
            case DEAD -> "không giao được sau " + copy.attempts() + " lần, người vận hành của cổng đang xem";
            case HANDED_OVER -> "";
            case HELD, UNROUTED, LEASED, WITHDRAWN, MERGED, FAILED -> copy.reason();
        };
    }
}
