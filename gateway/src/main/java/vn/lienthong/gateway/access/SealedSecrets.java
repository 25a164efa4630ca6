package vn.lienthong.gateway.access;

/** Everything that lies encrypted under the master key. */
public interface SealedSecrets {

    /**
     * Encrypts all of it anew, in one transaction: either every secret lies under the new key or none does. Nobody writes a
     * secret meanwhile.
     *
     * @return how many there were
     * @throws IllegalStateException when one of them cannot be opened; nothing is changed then
     */
    int reseal(SecretBox from, SecretBox to);
}
