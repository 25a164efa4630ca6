package vn.lienthong.gateway.agency;

import java.util.ArrayList;
import java.util.List;

/**
 * What a table would do to the directory, for a person to look at before it is done.
 *
 * @param change what {@link ImportAgencies#apply} will add
 * @param added agencies that the directory did not know, and further stretches of those it did
 * @param changed stretches with another name, superior, kind or end than before, as they will be
 * @param closed stretches that were open and will have an end, as they will be
 * @param problems any of them stops the import
 */
public record ImportPreview(
        DirectoryChange change,
        List<Agency> added,
        List<Agency> changed,
        List<Agency> closed,
        List<ImportProblem> problems) {

    public ImportPreview {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        closed = List.copyOf(closed);
        problems = List.copyOf(problems);
    }

    /** What some wanted rows would do to a directory; the outcome is looked at where nothing is wrong before. */
    static ImportPreview of(AgencyDirectory directory, DirectoryRows wanted, List<ImportProblem> found, String reason) {
        DirectoryDifference difference = DirectoryDifference.between(directory.rows(), wanted);
        DirectoryChange change = difference.change(directory.version().number(), reason);
        List<ImportProblem> problems = new ArrayList<>(found);
        if (problems.isEmpty()) {
            DirectoryCheck.problems(directory.rows().with(change))
                    .forEach(text -> problems.add(new ImportProblem(0, text)));
        }
        return new ImportPreview(change, difference.opened(), difference.changed(), difference.closed(), problems);
    }

    public boolean isApplicable() {
        return problems.isEmpty();
    }
}
