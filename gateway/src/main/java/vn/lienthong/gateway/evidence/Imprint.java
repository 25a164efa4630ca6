package vn.lienthong.gateway.evidence;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPAlgorithms;
import vn.lienthong.gateway.digest.Sha256;

/**
 * What a timestamp is over (RFC 3161 §2.4.1, MessageImprint).
 *
 * @param digest as the JDK names it
 * @param algorithm the digest's object identifier
 */
public record Imprint(String digest, ASN1ObjectIdentifier algorithm, byte[] bytes) {

    /** Of what has a SHA-256. */
    public static Imprint of(Sha256 value) {
        return new Imprint("SHA-256", TSPAlgorithms.SHA256, value.bytes());
    }
}
