package vn.lienthong.gateway.dossier.reception;

import java.util.List;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.finding.Finding;

/** What a door may answer once the transaction has committed; it says no more than what is on record. */
public sealed interface ReceptionAnswer {

    /**
     * The document is on record.
     *
     * @param docId the transport id by which its sender knows it; the same for every repeat
     * @param state whether it is under way or in custody
     * @param repeated whether it was on record before
     * @param findings what the sender should know although it was taken
     */
    record Taken(DossierId dossier, String docId, DossierState state, boolean repeated, List<Finding> findings)
            implements ReceptionAnswer {
        public Taken {
            findings = List.copyOf(findings);
        }
    }

    /**
     * The status is on record.
     *
     * @param matched whether it was joined with a document
     * @param findings what the sender should know although it was taken
     */
    record StatusTaken(String docId, boolean matched, boolean repeated, List<Finding> findings)
            implements ReceptionAnswer {
        public StatusTaken {
            findings = List.copyOf(findings);
        }
    }

    /** Nothing was taken; the reasons, the decisive ones first. */
    record Refused(List<Finding> findings) implements ReceptionAnswer {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
