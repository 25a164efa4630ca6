package vn.lienthong.gateway.agency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The directory's store as a list of its versions. */
public final class InMemoryAgencies implements Agencies {

    private final List<AgencyDirectory> versions = new ArrayList<>(List.of(AgencyDirectory.empty()));

    @Override
    public synchronized AgencyDirectory current() {
        return versions.getLast();
    }

    @Override
    public boolean refreshIfNewer() {
        return false;
    }

    @Override
    public synchronized Optional<AgencyDirectory> asKnown(long versionNumber) {
        return versionNumber >= 0 && versionNumber < versions.size()
                ? Optional.of(versions.get((int) versionNumber))
                : Optional.empty();
    }

    @Override
    public synchronized DirectoryVersion add(DirectoryChange change, Runnable besides) {
        AgencyDirectory before = current();
        if (change.basedOn() != before.version().number()) {
            throw new DirectoryMovedException(change.basedOn(), before.version().number());
        }
        DirectoryRows rows = before.rows().with(change);
        List<String> problems = DirectoryCheck.problems(rows);
        if (!problems.isEmpty()) {
            throw new DirectoryInconsistentException(problems);
        }
        besides.run();
        versions.add(AgencyDirectory.of(change.basedOn() + 1, rows));
        return current().version();
    }
}
