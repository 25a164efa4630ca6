package vn.lienthong.gateway.access;

import java.util.List;

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

    /** How many there are. */
    int count();

    /** The columns of which a value does not open, each as {@code table.column}; one value of every column is tried. */
    List<String> closed(SecretBox box);
}
