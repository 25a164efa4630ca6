package vn.lienthong.gateway.delivery;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Resolution;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryEvent;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.evidence.EvidenceEvent;

/**
 * Resolves a delivery's recipient again: a body that was reorganised since the document came gets its successor, and
 * deliveries of one document that meet in one agency become one hand-over that answers for both.
 */
public final class Reroute {

    private static final String ACTOR = "gateway";

    private final Agencies agencies;
    private final Routing routing;

    public Reroute(Agencies agencies, Routing routing) {
        this.agencies = agencies;
        this.routing = routing;
    }

    /**
     * Checks where a delivery's recipient is today.
     *
     * @return the delivery when its recipient is as it was; empty when it was sent elsewhere, in which case its new state
     *     is already written
     */
    public Optional<Delivery> current(Transaction transaction, Delivery delivery, Instant now) {
        AgencyDirectory directory = agencies.current();
        Optional<AgencyId> agency = delivery.agency();
        if (agency.isEmpty()) {
            return Optional.of(delivery);
        }
        return switch (directory.follow(delivery.code(), agency.get(), now)) {
            case Resolution.Resolved same -> sameAgency(transaction, delivery, same.agency(), directory, now);
            case Resolution.Succeeded gone -> {
                succeed(transaction, delivery, gone.successor(), directory, now);
                yield Optional.empty();
            }
            case Resolution.Split split ->
                hold(
                        transaction,
                        delivery,
                        "cơ quan đã chia tách thành " + split.candidates().size() + " cơ quan, chờ quyết định",
                        now);
            case Resolution.Closed closed ->
                hold(transaction, delivery, "cơ quan đã đóng, chưa có cơ quan kế thừa", now);
            case Resolution.NotYet notYet ->
                hold(transaction, delivery, "cơ quan chưa hoạt động, theo danh mục hiện nay", now);
            case Resolution.Unknown unknown ->
                hold(transaction, delivery, "cơ quan không có trong danh mục hiện nay", now);
        };
    }

    /** The agency is as it was; its system may have changed. */
    private Optional<Delivery> sameAgency(
            Transaction transaction, Delivery delivery, AgencyId agency, AgencyDirectory directory, Instant now) {
        DeliveryChange.Target target = target(agency, directory, now);
        if (target.systemId().equals(delivery.systemId()) && target.push() == delivery.push()) {
            return Optional.of(delivery);
        }
        DeliveryEvent event = target.systemId().isPresent() ? DeliveryEvent.ROUTE : DeliveryEvent.UNROUTE;
        MoveDelivery.move(
                transaction,
                delivery,
                event,
                DeliveryChange.because("hệ thống nhận thay đổi").to(target).dueAt(now),
                Optional.of(EvidenceEvent.REROUTED),
                ACTOR,
                now);
        return Optional.empty();
    }

    private void succeed(
            Transaction transaction, Delivery delivery, AgencyId successor, AgencyDirectory directory, Instant now) {
        // Two that meet at the same moment must not both find the other one elsewhere.
        transaction.dossiers().locked(delivery.dossier());
        Optional<Delivery> meets = transaction.deliveries().of(delivery.dossier()).stream()
                .filter(other -> !other.id().equals(delivery.id())
                        && other.kind() == delivery.kind()
                        && other.agency().equals(Optional.of(successor))
                        && other.bytes().equals(delivery.bytes())
                        && answers(other.state()))
                .findFirst();
        if (meets.isPresent()) {
            merge(transaction, delivery, meets.get(), now);
            return;
        }
        DeliveryChange.Target target = target(successor, directory, now);
        MoveDelivery.move(
                transaction,
                delivery,
                target.systemId().isPresent() ? DeliveryEvent.ROUTE : DeliveryEvent.UNROUTE,
                DeliveryChange.because("chuyển cho cơ quan kế thừa").to(target).dueAt(now),
                Optional.of(EvidenceEvent.REROUTED),
                ACTOR,
                now);
    }

    private static void merge(Transaction transaction, Delivery delivery, Delivery into, Instant now) {
        MoveDelivery.move(
                        transaction,
                        delivery,
                        DeliveryEvent.MERGE,
                        DeliveryChange.because("đã có trong lần giao " + into.id() + " cho cơ quan kế thừa"),
                        Optional.of(EvidenceEvent.MERGED),
                        ACTOR,
                        now)
                .ifPresent(merged -> transaction.dossiers().answer(merged.id(), into.id()));
    }

    /** Whether a delivery in this state brings the document or has brought it. */
    private static boolean answers(DeliveryState state) {
        return switch (state) {
            case WAITING, QUEUED, SENDING, LEASED, HELD, UNROUTED, DEAD, HANDED_OVER -> true;
            case WITHDRAWN, MERGED, FAILED -> false;
        };
    }

    /** Nobody guesses: a person decides. */
    private static Optional<Delivery> hold(Transaction transaction, Delivery delivery, String reason, Instant now) {
        MoveDelivery.move(
                transaction,
                delivery,
                DeliveryEvent.HOLD,
                DeliveryChange.because(reason),
                Optional.of(EvidenceEvent.HELD),
                ACTOR,
                now);
        return Optional.empty();
    }

    /** Where a copy for the agency goes now. */
    public DeliveryChange.Target target(AgencyId agency, AgencyDirectory directory, Instant now) {
        return switch (routing.methodFor(agency, directory, now)) {
            case DeliveryMethod.Collect collect ->
                new DeliveryChange.Target(Optional.of(agency), Optional.of(collect.systemId()), false);
            case DeliveryMethod.Push push ->
                new DeliveryChange.Target(Optional.of(agency), Optional.of(push.systemId()), true);
            case DeliveryMethod.Unrouted unrouted ->
                new DeliveryChange.Target(Optional.of(agency), Optional.empty(), false);
        };
    }
}
