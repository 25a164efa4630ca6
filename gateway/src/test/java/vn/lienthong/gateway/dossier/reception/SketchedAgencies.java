package vn.lienthong.gateway.dossier.reception;

import java.util.Optional;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.DirectoryChange;
import vn.lienthong.gateway.agency.DirectoryVersion;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.dossier.Stores;

/** A directory that a test draws anew as a whole. */
public final class SketchedAgencies implements Agencies {

    private volatile AgencyDirectory current;
    private volatile AgencyDirectory newest;
    private Optional<Stores> stores = Optional.empty();

    public SketchedAgencies(AgencyDirectory first) {
        this.current = first;
        this.newest = first;
    }

    /** The next version. */
    public void draw(Sketch sketch) {
        drawElsewhere(sketch);
        refreshIfNewer();
    }

    /** The next version as another node adds it: on record, and not in hand here before a refresh. */
    void drawElsewhere(Sketch sketch) {
        newest = AgencyDirectory.of(current.version().number() + 1, sketch.rows());
        number(newest);
    }

    /** From now on the versions' numbers lie in the stores too, where they are compared before anything is recorded. */
    void keepIn(Stores kept) {
        stores = Optional.of(kept);
        number(current);
    }

    private void number(AgencyDirectory drawn) {
        stores.ifPresent(kept -> kept.directoryMoved(drawn.version()));
    }

    @Override
    public AgencyDirectory current() {
        return current;
    }

    @Override
    public boolean refreshIfNewer() {
        boolean newer = current != newest;
        current = newest;
        return newer;
    }

    @Override
    public Optional<AgencyDirectory> asKnown(long versionNumber) {
        return versionNumber == current.version().number() ? Optional.of(current) : Optional.empty();
    }

    @Override
    public DirectoryVersion add(DirectoryChange change, Runnable besides) {
        throw new UnsupportedOperationException("change (expected: a whole sketch)");
    }
}
