package vn.lienthong.gateway.packet.check;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.Replacement;

/** A revocation, update or replacement says what it acts on (QCVN 102 2.2). */
final class BusinessTargets implements DocumentCheck {

    @Override
    public List<Finding> ofDocument(Packet packet) {
        List<Finding> findings = new ArrayList<>();
        BusinessAction action = packet.business().action();
        if (action != BusinessAction.NEW && packet.targets().isEmpty()) {
            findings.add(missing(
                    action == BusinessAction.REPLACE
                            ? "TraceHeaderList/Bussiness/ReplacementInfoList"
                            : "TraceHeaderList/Bussiness/DocumentId"));
        }
        List<Replacement> replacements = packet.business().replacements();
        for (int i = 0; i < replacements.size(); i++) {
            if (replacements.get(i).documentId().isEmpty()) {
                findings.add(missing(
                        "TraceHeaderList/Bussiness/ReplacementInfoList/ReplacementInfo[" + (i + 1) + "]/DocumentId"));
            }
        }
        return findings;
    }

    private static Finding missing(String where) {
        String name = where.substring(where.lastIndexOf('/') + 1);
        return Finding.error(
                ErrorCode.BUSINESS_TARGET_MISSING, where, name + ": missing (expected: the document acted on)");
    }
}
