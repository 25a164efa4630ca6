package vn.lienthong.gateway.dossier;

import java.time.Instant;
import java.util.Map;

/** How much there is of what: the numbers on an operator's first page. */
public interface Counts {

    /** Counts now. */
    Counted since(Instant from);

    /**
     * States without anything in them are not in the maps.
     *
     * @param received dossiers received from the instant on, by state
     * @param deliveries copies made from the instant on, by state
     * @param held dossiers of any age that wait for a person
     * @param underWay copies of any age that are not final, by state
     * @param refusals submissions turned away from the instant on
     * @param openAlerts alerts of any age that nobody closed
     */
    record Counted(
            Map<DossierState, Long> received,
            Map<DeliveryState, Long> deliveries,
            long held,
            Map<DeliveryState, Long> underWay,
            long refusals,
            long openAlerts) {

        public Counted {
            received = Map.copyOf(received);
            deliveries = Map.copyOf(deliveries);
            underWay = Map.copyOf(underWay);
        }
    }
}
