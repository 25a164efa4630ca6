package vn.lienthong.gateway.packet;

import java.util.List;
import java.util.Optional;

/**
 * What is to be done with a document (QCVN 102 2.2, {@code Bussiness} on the wire).
 *
 * @param docType BussinessDocType as written
 * @param reason BussinessDocReason
 * @param documentId the document acted on; also present for new ones, where it means nothing
 * @param change what an update changes
 * @param replacements what a replacement replaces
 * @param paper {@code 1} where a paper copy follows
 */
public record Business(
        String docType,
        String reason,
        DocumentId documentId,
        DocumentChange change,
        List<Replacement> replacements,
        StaffInfo staff,
        String paper) {

    /** The packet has no Bussiness element: the document is new (the Government Office itself sent such). */
    public static final Business ABSENT =
            new Business("", "", DocumentId.NONE, DocumentChange.NONE, List.of(), StaffInfo.NONE, "");

    public Business {
        replacements = List.copyOf(replacements);
    }

    /** A business that only names its action, a reason and the document acted on. */
    public static Business of(BusinessAction action, String reason, DocumentId target) {
        return new Business(action.wire(), reason, target, DocumentChange.NONE, List.of(), StaffInfo.NONE, "");
    }

    /** Whether the packet has the element at all. */
    public boolean isStated() {
        return !equals(ABSENT);
    }

    /**
     * The action. An unwritten one is NEW; an unknown one is NEW too, but then the check of values has an error about it, so
     * that nobody acts on the guess.
     */
    public BusinessAction action() {
        return BusinessAction.ofWire(docType).orElse(BusinessAction.NEW);
    }

    /** The document that Bussiness/DocumentId acts on: empty for a new document, whatever is written there. */
    public Optional<DocumentId> targetDocumentId() {
        return action() == BusinessAction.NEW || documentId.isEmpty() ? Optional.empty() : Optional.of(documentId);
    }
}
