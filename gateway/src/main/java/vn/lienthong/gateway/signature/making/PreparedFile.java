package vn.lienthong.gateway.signature.making;

import java.io.IOException;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;

/** A file that waits for its signature value, in whatever form. Used by one thread. */
public interface PreparedFile {

    /** What the key signs. */
    byte[] toBeSigned();

    /** With what it signs it. */
    SignatureAlgorithm algorithm();

    /**
     * The result, looked at by our own verifier.
     *
     * @param signatureValue as {@link java.security.Signature} gives it
     * @throws SigningException when the value does not belong to what was prepared, or what is to be laid beside it is not to be had
     */
    byte[] complete(byte[] signatureValue) throws SigningException, IOException;
}
