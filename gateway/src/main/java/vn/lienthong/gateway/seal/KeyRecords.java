package vn.lienthong.gateway.seal;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;

/**
 * Where is on record which key a holder has, and what opens it, encrypted under the master key.
 *
 * @param <O> who holds keys
 * @param <I> names a key
 * @param <K> what is on record of one
 */
public interface KeyRecords<O, I, K extends HeldKey<I>> {

    /** The holder's own key at the instant; never another's. */
    Optional<K> of(O holder, Instant at);

    /** The kept password or PIN; empty where there is a file. */
    Optional<byte[]> secret(I id);

    /** SHA-256 of the secret that the key refused as wrong; empty where none was, or it is to be tried again. */
    Optional<Sha256> refused(I id);

    /** Notes that the key refused a secret, for every node. */
    void refuse(I id, Sha256 secret, Instant at);

    /** Lets the secret be tried again. */
    void letTry(I id);
}
