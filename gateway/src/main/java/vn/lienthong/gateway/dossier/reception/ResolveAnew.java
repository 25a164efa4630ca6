package vn.lienthong.gateway.dossier.reception;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.finding.ErrorCode;

/** Step 6 once more, by the newest directory: for what was resolved before the directory changed. */
public final class ResolveAnew {

    /** What only the directory tells; it is found anew. */
    private static final Set<ErrorCode> OF_RESOLUTION = EnumSet.of(
            ErrorCode.AGENCY_UNKNOWN,
            ErrorCode.AGENCY_CLOSED,
            ErrorCode.AGENCY_SUCCEEDED,
            ErrorCode.AGENCY_SPLIT,
            ErrorCode.AGENCY_NOT_YET,
            ErrorCode.AGENCY_AMBIGUOUS_IN_TIME,
            ErrorCode.SENDER_NOT_CALLER,
            ErrorCode.RECIPIENTS_WIDENED,
            ErrorCode.SIGNATURE_NOT_SENDERS);

    private final Agencies agencies;
    private final ResolveSubmission resolving;
    private final MatchSeals matching;

    public ResolveAnew(Agencies agencies, ResolveSubmission resolving, MatchSeals matching) {
        this.agencies = agencies;
        this.resolving = resolving;
        this.matching = matching;
    }

    Examination resolve(Examination seen) {
        agencies.refreshIfNewer();
        Examination bare = new Examination(
                seen.submission(),
                seen.attachments(),
                seen.message(),
                seen.outgoing(),
                seen.findings().stream()
                        .filter(finding -> !OF_RESOLUTION.contains(finding.code()))
                        .toList(),
                seen.reports(),
                Optional.empty(),
                Map.of(),
                0);
        return matching.match(resolving.resolve(bare));
    }

    /** Whether codes made it a refusal and the directory has moved on since: an agency may be known by now. */
    boolean mayEndOtherwise(Decision.Refusal refusal) {
        if (refusal.findings().stream().noneMatch(finding -> OF_RESOLUTION.contains(finding.code()))) {
            return false;
        }
        agencies.refreshIfNewer();
        return agencies.current().version().number() != refusal.examination().directoryVersion();
    }
}
