package vn.lienthong.gateway.agency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Brings a table of agencies (see {@link AgencyTable} for its columns) into the directory, in two steps: a preview that
 * changes nothing, and its application. A line replaces the row with the same agency and opening date; what the table does
 * not mention stays, and a succession on record is never withdrawn by it. The same table twice changes nothing.
 */
public final class ImportAgencies {

    private final Agencies agencies;

    public ImportAgencies(Agencies agencies) {
        this.agencies = agencies;
    }

    /**
     * Works out what the table would change.
     *
     * @param csv UTF-8
     * @param knownFrom the instant to note as the one from which the gateway knew
     * @param reason for the record
     */
    public ImportPreview preview(byte[] csv, Instant knownFrom, String reason) {
        return preview(AgencyTable.read(csv), knownFrom, reason);
    }

    /**
     * Works out what one line would change that a person typed, not a file. Its problems are of line 0.
     *
     * @param line what stands in each column of the table; a column left out or blank says nothing
     */
    public ImportPreview preview(Map<String, String> line, Instant knownFrom, String reason) {
        return preview(AgencyTable.of(line), knownFrom, reason);
    }

    private ImportPreview preview(AgencyTable table, Instant knownFrom, String reason) {
        AgencyDirectory directory = agencies.current();
        RowAssembly assembly = new RowAssembly(table.rows(), directory, knownFrom);
        // Before its problems are asked for: it finds some of them while it makes the rows.
        DirectoryRows rows = assembly.rows();
        List<ImportProblem> problems = new ArrayList<>(table.problems());
        problems.addAll(assembly.problems());
        return ImportPreview.of(directory, rows, problems, reason);
    }

    /**
     * Does what the preview showed.
     *
     * @return the new version, or the current one where there was nothing to change
     * @throws DirectoryMovedException when the directory changed since the preview
     * @throws DirectoryInconsistentException when the preview has problems
     */
    public DirectoryVersion apply(ImportPreview preview) {
        return apply(preview, () -> {});
    }

    /**
     * The same, and something besides: in one transaction with the change, or alone where nothing changes.
     *
     * @param besides what it throws undoes the change
     */
    public DirectoryVersion apply(ImportPreview preview, Runnable besides) {
        if (!preview.isApplicable()) {
            throw new DirectoryInconsistentException(preview.problems().stream()
                    .map(problem -> "line " + problem.line() + ": " + problem.text())
                    .toList());
        }
        if (preview.change().isEmpty()) {
            besides.run();
            return agencies.current().version();
        }
        return agencies.add(preview.change(), besides);
    }
}
