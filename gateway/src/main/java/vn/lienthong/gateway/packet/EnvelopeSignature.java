package vn.lienthong.gateway.packet;

import java.util.List;

/**
 * What the packet's own signature element says: facts for a report, nothing verified. In known traffic it is decorative; the
 * legal weight is in the attached PDFs.
 *
 * @param kind whether there is one, and of which sort
 * @param canonicalization algorithm URI
 * @param signatureMethod algorithm URI
 * @param references what it says it covers
 * @param signatureValue base64 as written
 * @param subjectNames of KeyInfo
 * @param certificates of KeyInfo, base64 as written
 */
public record EnvelopeSignature(
        Kind kind,
        String canonicalization,
        String signatureMethod,
        List<SignedReference> references,
        String signatureValue,
        List<String> subjectNames,
        List<String> certificates) {

    /** No signature element. */
    public static final EnvelopeSignature ABSENT = ofKind(Kind.ABSENT);

    public EnvelopeSignature {
        references = List.copyOf(references);
        subjectNames = List.copyOf(subjectNames);
        certificates = List.copyOf(certificates);
    }

    /** One of which only the kind is known. */
    public static EnvelopeSignature ofKind(Kind kind) {
        return new EnvelopeSignature(kind, "", "", List.of(), "", List.of(), List.of());
    }

    /** Sorts of envelope signature. */
    public enum Kind {
        /** None. */
        ABSENT,
        /** In the packet's namespace, or an empty {@code DigitalSignature}: no verifier of XML-DSig can take it. */
        NOT_XMLDSIG,
        /** In the namespace of XML-DSig: to be verified. */
        XMLDSIG
    }

    /** One Reference of SignedInfo: URI, transforms, digest algorithm and value, as written. */
    public record SignedReference(String uri, List<String> transforms, String digestMethod, String digestValue) {

        public SignedReference {
            transforms = List.copyOf(transforms);
        }
    }
}
