package vn.lienthong.gateway.dossier;

import java.time.Instant;
import java.util.Optional;

/**
 * What an operator looks for; empty members mean anything.
 *
 * @param text part of a document id, number and symbol, subject, transport id, dossier id
 * @param agency an agency code, as sender or recipient
 * @param limit rows at the most
 */
public record DossierSearch(
        String text,
        String agency,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<DossierState> state,
        Optional<DeliveryState> deliveryState,
        int limit,
        int offset) {}
