package vn.lienthong.gateway.signature.secondopinion;

import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.signature.path.KeptRevocations;

/**
 * What we know of revocation without asking anybody, for an engine that opens no socket.
 *
 * @param lists revocation lists, DER (RFC 5280 §5)
 * @param answers OCSP answers by certificate (RFC 6960); lists among them are passed over
 */
public record RevocationAtHand(List<byte[]> lists, KeptRevocations answers) {
    public RevocationAtHand {
        lists = List.copyOf(lists);
    }

    /** Lists alone. */
    public static RevocationAtHand of(List<byte[]> lists) {
        return new RevocationAtHand(lists, (certificate, issuer) -> Optional.empty());
    }

    /** Nothing is known. */
    public static RevocationAtHand none() {
        return of(List.of());
    }
}
