package vn.lienthong.gateway.packet;

import java.util.List;
import vn.lienthong.gateway.finding.Finding;

/** What came of reading a packet. */
public sealed interface PacketReading {

    /** Everything that was noticed, in the order of the packet. */
    List<Finding> findings();

    /**
     * The packet could be read. Its findings may hold errors all the same, such as a damaged attachment: whether it is taken is
     * for admission to say.
     */
    record Understood(Message message, List<Finding> findings) implements PacketReading {

        public Understood {
            findings = List.copyOf(findings);
        }
    }

    /** Nothing in it can be relied on; at least one finding is an error and names the place. */
    record Refused(List<Finding> findings) implements PacketReading {

        public Refused {
            findings = List.copyOf(findings);
            if (findings.stream().noneMatch(Finding::isError)) {
                throw new IllegalArgumentException("findings: " + findings + " (expected: at least one error)");
            }
        }
    }
}
