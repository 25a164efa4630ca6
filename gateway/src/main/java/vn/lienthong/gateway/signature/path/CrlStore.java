package vn.lienthong.gateway.signature.path;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Keeps revocation lists across restarts, and between processes: bytes by issuer and scope. */
public interface CrlStore {

    /**
     * One list as it is kept.
     *
     * @param der the list
     * @param address where it, or one before it, was fetched from; empty where all were brought by a person
     */
    record Kept(byte[] der, Optional<URI> address) {}

    /** Which lists are kept, by key, each with a word that is another one after every {@link #put}: cheap to ask often. */
    Map<String, String> versions();

    /** The list under a key. */
    Optional<Kept> read(String key);

    /**
     * Keeps a list in place of the one under the same key. One that a person brought keeps that one's address: the next is
     * fetched there again.
     */
    void put(String key, Kept list);

    /** One that forgets at the end of the process. */
    static CrlStore inMemory() {
        return new MemoryCrlStore();
    }
}
