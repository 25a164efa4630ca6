package vn.lienthong.gateway.agency;

import java.util.Optional;

/** The port to the directory's store. Versions follow one another without gaps; none is ever altered. */
public interface Agencies {

    /** The snapshot in hand: no input or output after the first call. May lag until {@link #refreshIfNewer()}. */
    AgencyDirectory current();

    /**
     * Takes up a version that another node added.
     *
     * @return whether {@link #current()} changed
     */
    boolean refreshIfNewer();

    /** The directory as it stood at a version, to retrace a decision; empty where there never was such a version. */
    Optional<AgencyDirectory> asKnown(long versionNumber);

    /**
     * Adds a version, all of it or nothing; {@link #current()} shows it when this returns.
     *
     * @throws DirectoryMovedException when the change is based on another version than the newest
     * @throws DirectoryInconsistentException when the outcome would contradict itself
     */
    default DirectoryVersion add(DirectoryChange change) {
        return add(change, () -> {});
    }

    /**
     * The same, and something besides in the same transaction: both or neither.
     *
     * @param besides what it throws undoes the change; what it writes on the same thread is part of the transaction
     */
    DirectoryVersion add(DirectoryChange change, Runnable besides);
}
