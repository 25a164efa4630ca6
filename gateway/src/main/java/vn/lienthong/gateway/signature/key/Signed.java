package vn.lienthong.gateway.signature.key;

/** What became of one of many that were to be signed. */
public sealed interface Signed {

    /** The signature value as {@link java.security.Signature} gives it. */
    record Value(byte[] bytes) implements Signed {}

    /** This one was not signed; the others may be. */
    record Failed(SigningException why) implements Signed {}
}
