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

    /** Every rule that is the same for every gateway. */
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

    /** With the rule about circles, which needs to know whose gateway this is. */
    public PacketChecks withLoops(String gatewayCode, int mostHops) {
        List<PacketCheck> more = new ArrayList<>(rules);
        more.add(new TraceLoops(gatewayCode, mostHops));
        return new PacketChecks(more);
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
