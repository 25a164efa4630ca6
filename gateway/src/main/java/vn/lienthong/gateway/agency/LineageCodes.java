package vn.lienthong.gateway.agency;

import java.time.Instant;
import java.util.Set;

/** Whether a code that a certificate names is an agency's: one that it, or who it succeeded, carries or carried. */
public final class LineageCodes {

    private LineageCodes() {}

    public static boolean carries(AgencyDirectory directory, AgencyId agency, AgencyCode code, Instant now) {
        Set<AgencyId> lineage = directory.lineageOf(agency);
        boolean direct =
                directory.historyOf(code).stream().map(CodeAssignment::agency).anyMatch(lineage::contains);
        return direct || directory.holderOf(code, now).filter(lineage::contains).isPresent();
    }
}
