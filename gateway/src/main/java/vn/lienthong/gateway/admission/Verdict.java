package vn.lienthong.gateway.admission;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.Hold;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.finding.Finding;

/** What becomes of a submission. */
public sealed interface Verdict {

    /** Taken and under way. */
    record Accepted(Set<Mark> marks, Map<AgencyCode, RecipientDecision> recipients) implements Verdict {
        public Accepted {
            marks = Set.copyOf(marks);
            recipients = Map.copyOf(recipients);
        }
    }

    /** Taken into custody until a person decides. */
    record Held(Hold by, String reason, Set<Mark> marks, Map<AgencyCode, RecipientDecision> recipients)
            implements Verdict {
        public Held {
            marks = Set.copyOf(marks);
            recipients = Map.copyOf(recipients);
        }
    }

    /** Not taken; all findings, the decisive ones first. */
    record Rejected(List<Finding> findings) implements Verdict {
        public Rejected {
            findings = List.copyOf(findings);
        }
    }

    /** Handed in before with equal content: the same answer, and recipients not seen yet are added. */
    record Duplicate(Dossier of, Map<AgencyCode, RecipientDecision> recipients) implements Verdict {
        public Duplicate {
            recipients = Map.copyOf(recipients);
        }
    }
}
