package vn.lienthong.gateway.agency;

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

    public boolean isApplicable() {
        return problems.isEmpty();
    }
}
