package vn.lienthong.gateway.webhook;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.DossierId;

/**
 * A change of the record that somebody may want to hear of.
 *
 * @param recipient the agency whose copy it is; empty for news of the sender's side, which the dossier names
 * @param carrier the system that the copy goes by; empty for news of the sender's side, which the dossier names
 * @param facts identifiers and states, never content
 */
public record Happening(
        EventType type,
        Instant at,
        DossierId dossier,
        Optional<AgencyId> recipient,
        Optional<String> carrier,
        Map<String, Object> facts) {

    /**
     * The same with whom it concerns.
     *
     * @param agency the recipient's, or the sender's
     * @param carrier the system that the copy goes by, or that handed the document in; empty for none
     */
    public record Concerning(Happening happening, Optional<AgencyId> agency, String carrier) {}
}
