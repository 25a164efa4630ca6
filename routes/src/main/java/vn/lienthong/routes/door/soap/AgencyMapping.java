package vn.lienthong.routes.door.soap;

import java.time.Instant;
import java.util.List;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Resolution;
import vn.lienthong.schemas.documents.Agency;
import vn.lienthong.schemas.documents.Outcome;
import vn.lienthong.schemas.documents.ResolveAgency;
import vn.lienthong.schemas.documents.ResolveAgencyResponse;

/** What a code leads to, in the words of the WSDL. */
final class AgencyMapping {

    private AgencyMapping() {}

    static ResolveAgencyResponse resolve(ResolveAgency request, AgencyDirectory directory, Instant now) {
        Instant asOf = WireTime.instant("asOf", request.getAsOf()).orElse(now);
        // A date that lies ahead is looked at from there, so that plans can be tried.
        Instant seenFrom = asOf.isAfter(now) ? asOf : now;
        AgencyCode code = Required.code("code", request.getCode());
        ResolveAgencyResponse response = new ResolveAgencyResponse();
        response.setDirectoryVersion(directory.version().number());
        switch (directory.resolve(code, asOf, seenFrom)) {
            case Resolution.Resolved resolved ->
                fill(response, Outcome.RESOLVED, List.of(resolved.agency()), directory, seenFrom);
            case Resolution.Succeeded succeeded ->
                fill(response, Outcome.SUCCEEDED, List.of(succeeded.successor()), directory, seenFrom);
            case Resolution.Split split -> fill(response, Outcome.SPLIT, split.candidates(), directory, seenFrom);
            case Resolution.Closed closed -> {
                fill(response, Outcome.CLOSED, List.of(closed.original()), directory, seenFrom);
                response.setSince(WireTime.of(closed.since()));
            }
            case Resolution.NotYet notYet -> {
                fill(response, Outcome.NOT_YET, List.of(notYet.agency()), directory, notYet.from());
                response.setSince(WireTime.of(notYet.from()));
            }
            case Resolution.Unknown unknown -> response.setOutcome(Outcome.UNKNOWN);
        }
        return response;
    }

    private static void fill(
            ResolveAgencyResponse response,
            Outcome outcome,
            List<AgencyId> agencies,
            AgencyDirectory directory,
            Instant at) {
        response.setOutcome(outcome);
        for (AgencyId id : agencies) {
            Agency agency = new Agency();
            agency.setId(id.value().toString());
            directory.codeOf(id, at).map(AgencyCode::text).ifPresent(agency::setCode);
            agency.setName(directory
                    .agency(id, at)
                    .map(vn.lienthong.gateway.agency.Agency::name)
                    .orElse(""));
            response.getAgency().add(agency);
        }
    }
}
