package vn.lienthong.gateway.signature;

import java.time.Instant;
import java.util.Optional;

/**
 * Whose the signer's certificate is, as the directory knew agencies when it was signed: a fact, and no verdict.
 *
 * @param relation to the sender of the document
 * @param by what of the certificate the directory knows
 * @param code the agency's code then; empty where it is not known which agency it is, or it had none
 * @param name the agency's name then
 * @param asOf the instant that the directory was read at: the proven time of the signature, else what it claims
 */
public record SignerAgency(Relation relation, By by, Optional<String> code, Optional<String> name, Instant asOf) {

    /** How the certificate's agency stands to the document's sender. */
    public enum Relation {
        /** It is the sender, or who became the sender, or whom the sender became. */
        SENDER,
        /** It is above or below the sender. */
        RELATED,
        /** It is another agency of the directory. */
        OTHER,
        /** The directory knows no such agency, or none of them alone. */
        UNKNOWN
    }

    /** What named it. */
    public enum By {
        /** The code, in organizationIdentifier or UID. */
        CODE,
        /** The name, in O, OU or CN. */
        NAME,
        /** Nothing that the directory knows. */
        NOTHING
    }
}
