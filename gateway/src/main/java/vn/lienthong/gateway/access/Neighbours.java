package vn.lienthong.gateway.access;

import java.util.List;
import java.util.Optional;

/** The neighbours that we call, each a peer among the {@link Systems} as well. */
public interface Neighbours {

    Optional<Neighbour> find(String systemId);

    /** In the order of their ids; disabled ones too. */
    List<Neighbour> all();

    /** Our secret there; empty for an unknown neighbour and for one that is disabled. */
    Optional<byte[]> ownSecret(String systemId);

    /** Our password for logging in there, where its dialect has a login; our secret where it is no other. Empty as above. */
    Optional<byte[]> loginPassword(String systemId);

    /** Adds or replaces the neighbour; its login keeps the password that it has. */
    default void save(Neighbour neighbour, byte[] ownSecret) {
        save(neighbour, ownSecret, Optional.empty());
    }

    /**
     * Adds or replaces the neighbour. Our secrets there lie encrypted under the master key.
     *
     * @param loginPassword where it is to be another one
     * @throws RuntimeException when no system has this id
     */
    void save(Neighbour neighbour, byte[] ownSecret, Optional<byte[]> loginPassword);
}
