package vn.lienthong.gateway.dossier;

import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyCode;

/**
 * A recipient as the sender wrote it, and the delivery that answers for it.
 *
 * @param resolution how the code was resolved, for people: kind, from, path
 */
public record Recipient(AgencyCode code, String name, String resolution, Optional<DeliveryId> delivery) {}
