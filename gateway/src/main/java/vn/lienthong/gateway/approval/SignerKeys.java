package vn.lienthong.gateway.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.seal.KeyRecords;

/** Keys of officers, at most one at a time for each. What opens them lies encrypted under the master key. */
public interface SignerKeys extends KeyRecords<String, SignerId, SignerKey> {

    /**
     * What comes with a key and is read where it is needed only.
     *
     * @param secret password or PIN, where no file holds it
     * @param picture of the signature made by hand, as PNG; empty where the program at a desk draws its own
     */
    record Extras(Optional<byte[]> secret, Optional<byte[]> picture) {

        /** Without the secret: records are printed in messages. */
        @Override
        public String toString() {
            return "Extras[picture=" + picture.map(png -> png.length).orElse(0) + " bytes]";
        }
    }

    /**
     * Adds a key; the one that its officer has at its beginning ends there.
     *
     * @return false, and nothing is changed, where the officer has another one that begins at the same time or later
     */
    boolean add(SignerKey key, Extras extras);

    /** By officer, the newest first; those that ended too. */
    List<SignerKey> all();

    Optional<SignerKey> find(SignerId id);

    Optional<byte[]> picture(SignerId id);

    /**
     * The officer has it no more from the instant on; the record stays.
     *
     * @return false when there is none, or it ended before
     */
    boolean end(SignerId id, Instant at);
}
