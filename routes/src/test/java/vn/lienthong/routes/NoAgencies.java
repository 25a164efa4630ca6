package vn.lienthong.routes;

import java.util.Optional;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.DirectoryChange;
import vn.lienthong.gateway.agency.DirectoryVersion;

/** A directory without agencies, for what reads it in passing. */
public final class NoAgencies implements Agencies {

    @Override
    public AgencyDirectory current() {
        return AgencyDirectory.empty();
    }

    @Override
    public boolean refreshIfNewer() {
        return false;
    }

    @Override
    public Optional<AgencyDirectory> asKnown(long versionNumber) {
        return Optional.empty();
    }

    @Override
    public DirectoryVersion add(DirectoryChange change, Runnable besides) {
        throw new UnsupportedOperationException("change (expected: none)");
    }
}
