package vn.lienthong.gateway.signature;

/**
 * Something that a later revision of the file added or altered after a signature.
 *
 * @param where the place in the file's own terms, such as {@code object 12} or {@code page object 4 /Annots}
 */
public record Change(Kind kind, String where) {

    /** Kinds of change, harmless ones first. */
    public enum Kind {
        /** Certificates and revocation data for long-term validation (/DSS, /VRI). */
        VALIDATION_DATA,
        /** Document information and XMP metadata, which no page shows. */
        METADATA,
        /** A further signature field, signed or not, with its own appearance. */
        SIGNATURE_ADDED,
        /** A further signature field that no page shows, as timestamps over the document have. */
        UNSEEN_FIELD_ADDED,
        /** An annotation that is no field, or a field that was there already: comments, stamps, filled forms. */
        ANNOTATION,
        /** Anything else: pages, their content, fonts, actions, the catalogue, a signature itself, drawn fields that nobody signed. */
        CONTENT
    }
}
