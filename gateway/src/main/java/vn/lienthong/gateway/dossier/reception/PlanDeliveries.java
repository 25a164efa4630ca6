package vn.lienthong.gateway.dossier.reception;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.admission.RecipientDecision;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Resolution;
import vn.lienthong.gateway.delivery.DeliveryChange;
import vn.lienthong.gateway.delivery.Reroute;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Recipient;
import vn.lienthong.gateway.packet.AgencyBlock;
import vn.lienthong.gateway.packet.Packet;

/** Makes one delivery for each agency that a document reaches; codes that lead to the same agency share it. */
public final class PlanDeliveries {

    private final Agencies agencies;
    private final Reroute reroute;
    private final Ids ids;

    public PlanDeliveries(Agencies agencies, Reroute reroute, Ids ids) {
        this.agencies = agencies;
        this.reroute = reroute;
        this.ids = ids;
    }

    /** What is to be written. */
    record Plan(List<Delivery> deliveries, List<Recipient> recipients) {}

    /**
     * @param existing deliveries of the document that answer for further codes of their agency too
     * @param held whether the whole document waits for a person
     */
    Plan plan(
            Examination examination,
            Packet packet,
            DossierId dossier,
            Map<AgencyCode, RecipientDecision> decisions,
            Map<AgencyId, Delivery> existing,
            boolean held,
            Instant now) {
        Map<AgencyId, Delivery> byAgency = new LinkedHashMap<>(existing);
        List<Delivery> deliveries = new ArrayList<>();
        List<Recipient> recipients = new ArrayList<>();
        for (Map.Entry<AgencyCode, Resolution> resolved :
                examination.recipients().entrySet()) {
            AgencyCode code = resolved.getKey();
            RecipientDecision decision = decisions.get(code);
            if (decision == null) {
                continue;
            }
            Delivery delivery =
                    switch (decision) {
                        case RecipientDecision.Deliver deliver ->
                            byAgency.computeIfAbsent(
                                    deliver.agency(),
                                    agency -> made(
                                            deliveries,
                                            delivery(examination, packet, dossier, code, agency, held, now)));
                        case RecipientDecision.Wait wait ->
                            made(deliveries, waiting(examination, packet, dossier, code, wait.reason(), now));
                    };
            recipients.add(new Recipient(
                    code,
                    name(packet, code),
                    Resolutions.describe(resolved.getValue(), agencies.current(), now),
                    Optional.of(delivery.id())));
        }
        return new Plan(deliveries, recipients);
    }

    private static Delivery made(List<Delivery> deliveries, Delivery delivery) {
        deliveries.add(delivery);
        return delivery;
    }

    private Delivery delivery(
            Examination examination,
            Packet packet,
            DossierId dossier,
            AgencyCode code,
            AgencyId agency,
            boolean held,
            Instant now) {
        DeliveryChange.Target target = reroute.target(agency, agencies.current(), now);
        DeliveryState state = target.systemId().isPresent() ? DeliveryState.WAITING : DeliveryState.UNROUTED;
        return make(examination, packet, dossier, code, target, held ? DeliveryState.HELD : state, "", now);
    }

    private Delivery waiting(
            Examination examination, Packet packet, DossierId dossier, AgencyCode code, String reason, Instant now) {
        DeliveryChange.Target nowhere = new DeliveryChange.Target(Optional.empty(), Optional.empty(), false);
        return make(examination, packet, dossier, code, nowhere, DeliveryState.HELD, reason, now);
    }

    private Delivery make(
            Examination examination,
            Packet packet,
            DossierId dossier,
            AgencyCode code,
            DeliveryChange.Target target,
            DeliveryState state,
            String reason,
            Instant now) {
        return new Delivery(
                new DeliveryId(ids.uuid()),
                dossier,
                MessageKind.EDOC,
                ids.docId(),
                new AgencyCode(packet.from().organId()),
                code,
                target.agency(),
                target.systemId(),
                target.push(),
                state,
                0,
                0,
                0,
                Urgency.of(packet),
                examination.submission().bytes(),
                now,
                now,
                Optional.of(now),
                Optional.empty(),
                Optional.empty(),
                false,
                reason);
    }

    private static String name(Packet packet, AgencyCode code) {
        return packet.to().stream()
                .filter(block -> block.organId().equals(code.text()))
                .map(AgencyBlock::organName)
                .findFirst()
                .orElse("");
    }
}
