package vn.lienthong.gateway.access;

import java.time.Clock;
import java.util.OptionalLong;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.CloseAgency;
import vn.lienthong.gateway.agency.DirectoryInconsistentException;
import vn.lienthong.gateway.agency.DirectoryMovedException;
import vn.lienthong.gateway.agency.ImportAgencies;
import vn.lienthong.gateway.agency.ImportPreview;

/**
 * A registrar's decision about a request of a system. What is approved is what the registrar entered and saw in a preview,
 * never the request's own words: nobody signed those. Nobody gets a mandate by it.
 */
public final class DecideRegistration {

    private final RegistrationRequests requests;
    private final Agencies agencies;
    private final Clock clock;

    public DecideRegistration(RegistrationRequests requests, Agencies agencies, Clock clock) {
        this.requests = requests;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** What approving with these terms would do to the directory as it is now; changes nothing. */
    public ImportPreview preview(RegistrationTerms terms, String reason) {
        agencies.refreshIfNewer();
        return switch (terms) {
            case RegistrationTerms.Opening opening ->
                new ImportAgencies(agencies).preview(opening.line(reason), clock.instant(), reason);
            case RegistrationTerms.Closing closing ->
                new CloseAgency(agencies)
                        .preview(closing.code(), closing.at(), closing.successor(), clock.instant(), reason);
        };
    }

    /**
     * Enters the terms into the directory and puts the decision on the request. A power cut between the two leaves the request
     * open and the entry made; approving anew then changes nothing more.
     *
     * @param seen the version of the directory that the previewed change was based on
     * @return false when there is no such request, or somebody decided it before
     * @throws DirectoryMovedException when the directory changed since the preview
     * @throws DirectoryInconsistentException when the preview has problems
     */
    public boolean approve(long id, RegistrationTerms terms, long seen, String actor, String reason) {
        return approve(id, terms, seen, actor, reason, () -> {});
    }

    /**
     * The same, and something besides: in one transaction with the directory's change.
     *
     * @param besides what it throws undoes the change, and leaves the request open
     */
    public boolean approve(long id, RegistrationTerms terms, long seen, String actor, String reason, Runnable besides) {
        requireReason(reason);
        return requests.decide(id, request -> {
            ImportPreview preview = preview(terms, record(request, actor, reason));
            if (preview.change().basedOn() != seen) {
                throw new DirectoryMovedException(seen, preview.change().basedOn());
            }
            long version = new ImportAgencies(agencies).apply(preview, besides).number();
            return new RegistrationRequests.Decision(clock.instant(), actor, reason, OptionalLong.of(version));
        });
    }

    /**
     * Declines.
     *
     * @return false when there is no such request, or somebody decided it before
     */
    public boolean decline(long id, String actor, String reason) {
        requireReason(reason);
        return requests.decide(
                id, request -> new RegistrationRequests.Decision(clock.instant(), actor, reason, OptionalLong.empty()));
    }

    /** What the directory's version says of its origin. */
    private static String record(RegistrationRequests.Request request, String actor, String reason) {
        return reason + " (yêu cầu " + request.id() + " của hệ thống " + request.systemId() + ", duyệt: " + actor + ")";
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason: empty (expected: why, for whoever reads the record later)");
        }
    }
}
