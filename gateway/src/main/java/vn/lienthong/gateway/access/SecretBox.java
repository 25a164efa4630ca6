package vn.lienthong.gateway.access;

/** Encrypts secrets under the master key, which is kept outside the database. */
public interface SecretBox {

    byte[] seal(byte[] secret);

    /**
     * Decrypts a secret.
     *
     * @throws IllegalStateException when the box was sealed under another master key, or was tampered with
     */
    byte[] open(byte[] box);
}
