package vn.lienthong.gateway.packet.check;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Message;

/**
 * All rules one after the other.
 *
 * @param rules in the order in which their findings are given
 */
public record PacketChecks(List<PacketCheck> rules) implements PacketCheck {

    public PacketChecks {
        rules = List.copyOf(rules);
    }

    /** Every rule of this package. */
    public static PacketChecks all() {
        return new PacketChecks(List.of(
                new StateSecretMarkings(),
                new RequiredFields(),
                new RequiredStatusFields(),
                new BusinessTargets(),
                new RepeatedRecipients(),
                new ManifestJoins(),
                new KnownValues(),
                new DatesAndTimes(),
                new AgencyCodes(),
                new FieldLengths(),
                new AttachmentNames(),
                new AttachmentTypes()));
    }

    /** Runs every rule and collects all findings. */
    @Override
    public List<Finding> check(Message message) {
        List<Finding> findings = new ArrayList<>();
        for (PacketCheck rule : rules) {
            findings.addAll(rule.check(message));
        }
        return List.copyOf(findings);
    }
}
