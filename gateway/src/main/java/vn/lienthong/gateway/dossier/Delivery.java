package vn.lienthong.gateway.dossier;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;

/**
 * One recipient's copy.
 *
 * @param docId the transport id under which the recipient, and nobody else, knows the copy; random
 * @param from who sent what is handed over, as written in it
 * @param code the recipient as the sender wrote it
 * @param agency the body that the code leads to now; empty while nobody knows
 * @param dispatch how often the copy was given to an engine; with {@code id} it names one try
 * @param attempts tries that were begun
 * @param failures times the collecting system said it could not process the copy
 * @param urgency 0 ordinary … 4 most urgent
 * @param bytes what is handed over: the document or the status message as received
 */
public record Delivery(
        DeliveryId id,
        DossierId dossier,
        MessageKind kind,
        String docId,
        AgencyCode from,
        AgencyCode code,
        Optional<AgencyId> agency,
        Optional<String> systemId,
        boolean push,
        DeliveryState state,
        int dispatch,
        int attempts,
        int failures,
        int urgency,
        StoredBytes bytes,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> dueAt,
        Optional<Instant> leaseUntil,
        Optional<Instant> handedOverAt,
        boolean taken,
        String reason) {}
