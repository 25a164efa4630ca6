package vn.lienthong.routes.door.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.ImportPreview;
import vn.lienthong.gateway.agency.ImportProblem;
import vn.lienthong.gateway.agency.Succession;

/**
 * What a change would do to the directory, in the lines of a page.
 *
 * @param seen the version that the change is based on; it is done on no other
 * @param unchanged whether the directory says all of it already
 * @param problems any of them stops the change
 */
record DirectoryEffects(long seen, boolean unchanged, List<Line> lines, List<String> problems) {

    /**
     * One stretch of an agency.
     *
     * @param what {@code added}, {@code changed} or {@code closed}
     */
    record Line(
            String what,
            List<AgencyCode> codes,
            String name,
            Optional<AgencyId> superior,
            Instant from,
            Optional<Instant> to,
            List<AgencyId> successors) {}

    static DirectoryEffects of(ImportPreview preview) {
        AgencyDirectory codes = AgencyDirectory.of(0, preview.change().added());
        List<Line> lines = new ArrayList<>();
        preview.added().forEach(agency -> lines.add(line("added", agency, codes)));
        preview.changed().forEach(agency -> lines.add(line("changed", agency, codes)));
        preview.closed().forEach(agency -> lines.add(line("closed", agency, codes)));
        return new DirectoryEffects(
                preview.change().basedOn(),
                preview.change().isEmpty() && preview.isApplicable(),
                List.copyOf(lines),
                preview.problems().stream().map(ImportProblem::text).toList());
    }

    private static Line line(String what, Agency agency, AgencyDirectory codes) {
        return new Line(
                what,
                codes.codeHistoryOf(agency.id()).stream()
                        .map(assignment -> assignment.code())
                        .distinct()
                        .toList(),
                agency.name(),
                agency.superior(),
                agency.from(),
                agency.to(),
                codes.successionsFrom(agency.id()).stream().map(Succession::to).toList());
    }
}
