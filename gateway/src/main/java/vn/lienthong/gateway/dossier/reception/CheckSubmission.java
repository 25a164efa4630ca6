package vn.lienthong.gateway.dossier.reception;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.check.PacketCheck;

/** Step 4: every rule runs over the packet, and all findings are collected. */
public final class CheckSubmission {

    private final List<PacketCheck> checks;

    public CheckSubmission(List<PacketCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    public Examination check(Examination examination) {
        return examination
                .message()
                .map(message -> {
                    List<Finding> findings = new ArrayList<>();
                    checks.forEach(check -> findings.addAll(check.check(message)));
                    return examination.with(findings);
                })
                .orElse(examination);
    }
}
