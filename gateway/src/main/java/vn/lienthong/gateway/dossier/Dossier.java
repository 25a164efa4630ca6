package vn.lienthong.gateway.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;

/**
 * Everything that is fixed about one received document. What happens to it afterwards lies in its entries and deliveries.
 *
 * @param senderDocId the transport id that the sender was answered with
 * @param version directory version by which the recipients were resolved
 * @param findingsJson all findings of the check, as JSON
 * @param verificationJson the signature reports, as JSON
 */
public record Dossier(
        DossierId id,
        DocumentKey key,
        DossierId lineage,
        AgencyCode senderCode,
        String senderName,
        String senderDocId,
        String systemId,
        Channel channel,
        Sha256 contentDigest,
        StoredBytes bytes,
        DossierState state,
        Set<Mark> marks,
        Optional<Hold> hold,
        String holdReason,
        DocumentFacts facts,
        long version,
        String findingsJson,
        String verificationJson,
        Instant receivedAt,
        List<Recipient> recipients) {

    /** The same dossier with the recipients that were worked out for it. */
    public Dossier withRecipients(List<Recipient> all) {
        return new Dossier(
                id,
                key,
                lineage,
                senderCode,
                senderName,
                senderDocId,
                systemId,
                channel,
                contentDigest,
                bytes,
                state,
                marks,
                hold,
                holdReason,
                facts,
                version,
                findingsJson,
                verificationJson,
                receivedAt,
                all);
    }

    public AgencyId sender() {
        return key.sender();
    }
}
