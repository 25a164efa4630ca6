package vn.lienthong.routes.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.CodeAssignment;
import vn.lienthong.gateway.agency.DirectoryChange;
import vn.lienthong.gateway.agency.DirectoryRows;
import vn.lienthong.gateway.agency.Succession;
import vn.lienthong.gateway.agency.SuccessionKind;

/** An agency ends at this moment: one successor takes all of it over, several take parts. */
record Reorganisation(AgencyId ending, List<AgencyId> successors, Instant at) {

    static Reorganisation of(AgencyDirectory directory, String code, List<String> successors, Instant at) {
        return new Reorganisation(
                holder(directory, code, at),
                successors.stream()
                        .map(successor -> holder(directory, successor, at))
                        .toList(),
                at);
    }

    private static AgencyId holder(AgencyDirectory directory, String code, Instant at) {
        return directory.holderOf(new AgencyCode(code), at).orElseThrow();
    }

    void write(Agencies agencies) {
        DirectoryRows rows = agencies.current().rows();
        List<Agency> stretches = rows.agencies().stream()
                .filter(agency -> agency.id().equals(ending) && agency.to().isEmpty())
                .toList();
        List<CodeAssignment> codes = rows.codes().stream()
                .filter(code -> code.agency().equals(ending) && code.to().isEmpty())
                .toList();
        SuccessionKind kind = successors.size() == 1 ? SuccessionKind.WHOLE : SuccessionKind.PART;
        DirectoryRows added = new DirectoryRows(
                stretches.stream().map(this::ended).toList(),
                codes.stream().map(this::ended).toList(),
                successors.stream()
                        .map(successor -> new Succession(ending, successor, kind, at, "thử nghiệm"))
                        .toList());
        DirectoryRows dropped = new DirectoryRows(stretches, codes, List.of());
        agencies.add(new DirectoryChange(agencies.current().version().number(), added, dropped, "thử nghiệm"));
    }

    private Agency ended(Agency agency) {
        return new Agency(agency.id(), agency.name(), agency.superior(), agency.kind(), agency.from(), Optional.of(at));
    }

    private CodeAssignment ended(CodeAssignment code) {
        return new CodeAssignment(
                code.code(), code.agency(), code.form(), code.from(), Optional.of(at), code.knownFrom());
    }
}
