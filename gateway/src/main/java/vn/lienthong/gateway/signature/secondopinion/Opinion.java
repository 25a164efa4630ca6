package vn.lienthong.gateway.signature.secondopinion;

import java.util.List;
import vn.lienthong.gateway.signature.Indication;

/**
 * What another engine says of a file.
 *
 * @param signatures one per signature that it found; none where it found none, which is no proof that there is none
 */
public record Opinion(List<OfSignature> signatures) {
    public Opinion {
        signatures = List.copyOf(signatures);
    }

    /**
     * Of one signature.
     *
     * @param field what our reports call the signature ({@link OurNames}); the engine's own name where they have none
     * @param subIndication the engine's word for the reason (EN 319 102-1 tables 5 and 6), which may be one that we do not use;
     *     empty when it passed
     */
    public record OfSignature(String field, Indication indication, String subIndication) {}
}
