package vn.lienthong.gateway.dossier.reception;

import vn.lienthong.gateway.packet.check.PacketCheck;

/** Step 4: every rule runs over the packet, and all findings are collected. */
public final class CheckSubmission {

    private final PacketCheck checks;

    public CheckSubmission(PacketCheck checks) {
        this.checks = checks;
    }

    public Examination check(Examination examination) {
        return examination
                .message()
                .map(message -> examination.with(checks.check(message)))
                .orElse(examination);
    }
}
