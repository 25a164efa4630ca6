package vn.lienthong.gateway.seal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;

/** Seals of agencies, at most one at a time for each. What opens their keys lies encrypted under the master key. */
public interface AgencySeals extends KeyRecords<AgencyId, SealId, AgencySeal> {

    /**
     * What comes with a seal and is read where it is needed only.
     *
     * @param secret password or PIN, where no file holds it
     * @param picture the seal's picture as PNG
     */
    record Extras(Optional<byte[]> secret, Optional<byte[]> picture) {

        public static final Extras NONE = new Extras(Optional.empty(), Optional.empty());

        /** Without the secret: records are printed in messages. */
        @Override
        public String toString() {
            return "Extras[picture=" + picture.isPresent() + "]";
        }
    }

    /**
     * Adds a seal; the one that its agency has at its beginning ends there.
     *
     * @return false, and nothing is changed, where the agency has another one that begins at the same time or later
     */
    boolean add(AgencySeal seal, Extras extras);

    /** The agency's seal at the instant; never a superior's. */
    @Override
    Optional<AgencySeal> of(AgencyId agency, Instant at);

    /** By agency, the newest first; those that ended too. */
    List<AgencySeal> all();

    Optional<AgencySeal> find(SealId id);

    Optional<byte[]> picture(SealId id);

    /**
     * The agency has it no more from the instant on; the record stays.
     *
     * @return false when there is none, or it ended before
     */
    boolean end(SealId id, Instant at);
}
