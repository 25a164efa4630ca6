package vn.lienthong.gateway.dossier.reception;

import java.util.Optional;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.DirectoryChange;
import vn.lienthong.gateway.agency.DirectoryVersion;
import vn.lienthong.gateway.agency.Sketch;

/** A directory that a test draws anew as a whole. */
public final class SketchedAgencies implements Agencies {

    private volatile AgencyDirectory current;

    SketchedAgencies(AgencyDirectory first) {
        this.current = first;
    }

    /** The next version. */
    public void draw(Sketch sketch) {
        current = AgencyDirectory.of(current.version().number() + 1, sketch.rows());
    }

    @Override
    public AgencyDirectory current() {
        return current;
    }

    @Override
    public boolean refreshIfNewer() {
        return false;
    }

    @Override
    public Optional<AgencyDirectory> asKnown(long versionNumber) {
        return versionNumber == current.version().number() ? Optional.of(current) : Optional.empty();
    }

    @Override
    public DirectoryVersion add(DirectoryChange change) {
        throw new UnsupportedOperationException("change (expected: a whole sketch)");
    }
}
