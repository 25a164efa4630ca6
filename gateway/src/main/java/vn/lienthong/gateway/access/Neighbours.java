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

    /**
     * Adds or replaces the neighbour. Our secret there lies encrypted under the master key.
     *
     * @throws RuntimeException when no system has this id
     */
    void save(Neighbour neighbour, byte[] ownSecret);
}
