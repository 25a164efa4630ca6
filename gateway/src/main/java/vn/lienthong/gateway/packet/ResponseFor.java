package vn.lienthong.gateway.packet;

/**
 * The document that this one answers, or that a status is about (QCVN 102 1.12). May be empty on the wire and is kept so.
 *
 * @param organId of a reply: its sender; of a status: the agency the status is for
 * @param code full {@code number/notation}
 */
public record ResponseFor(String organId, String code, DateText promulgationDate, DocumentId documentId) {

    /** An empty element, or none. */
    public static final ResponseFor NONE = new ResponseFor("", "", DateText.NONE, DocumentId.NONE);
}
