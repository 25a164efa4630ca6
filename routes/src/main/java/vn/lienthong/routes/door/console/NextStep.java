package vn.lienthong.routes.door.console;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.Hold;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.dossier.MessageKind;

/**
 * What happens next with a document, as far as the record tells: what waits for a person comes first, then what fails, then
 * what moves by itself.
 */
sealed interface NextStep {

    /** Whether somebody has to do something. */
    default boolean needsPerson() {
        return switch (this) {
            case Held held -> true;
            case GivenUp givenUp -> true;
            case Undecided undecided -> true;
            case Unreachable unreachable -> true;
            case Refused refused -> false;
            case Trying trying -> false;
            case TryAgain tryAgain -> false;
            case ToBeCollected toBeCollected -> false;
            case WaitsForTarget waitsForTarget -> false;
            case NobodyLeft nobodyLeft -> false;
            case Delivered delivered -> false;
        };
    }

    /** Out of custody, refused: it may be handed in anew. */
    record Refused(String reason) implements NextStep {}

    record Held(Hold by, String reason) implements NextStep {}

    /** Attempts are used up; an operator mends the cause and sends again. */
    record GivenUp(String codes, String reason) implements NextStep {}

    /** Somebody has to say where these recipients' copies go. */
    record Undecided(String codes, String reason) implements NextStep {}

    /** No system takes documents for these recipients; they go out by themselves once one does. */
    record Unreachable(String codes) implements NextStep {}

    record Trying(String codes) implements NextStep {}

    record TryAgain(String codes, Instant at, int attempts) implements NextStep {}

    record ToBeCollected(String codes, String systems) implements NextStep {}

    /** Delivered, but what it acts on has not come. */
    record WaitsForTarget(String target) implements NextStep {}

    /** Nothing was delivered and nothing will be. */
    record NobodyLeft() implements NextStep {}

    record Delivered(long handedOver, long ended) implements NextStep {}

    static NextStep of(Dossier dossier, List<Delivery> all) {
        return switch (dossier.state()) {
            case REFUSED -> new Refused(dossier.holdReason());
            case HELD -> new Held(dossier.hold().orElse(Hold.OPERATOR), dossier.holdReason());
            case ACCEPTED -> underWay(dossier, all);
        };
    }

    private static NextStep underWay(Dossier dossier, List<Delivery> all) {
        List<Delivery> copies = all.stream()
                .filter(delivery -> delivery.kind() == MessageKind.EDOC)
                .toList();
        return first(all, DeliveryState.DEAD)
                .<NextStep>map(dead -> new GivenUp(codes(all, DeliveryState.DEAD), dead.reason()))
                .or(() -> first(copies, DeliveryState.HELD)
                        .map(held -> new Undecided(codes(copies, DeliveryState.HELD), held.reason())))
                .or(() -> first(copies, DeliveryState.UNROUTED)
                        .map(nowhere -> new Unreachable(codes(copies, DeliveryState.UNROUTED))))
                .or(() -> moving(copies))
                .orElseGet(() -> atRest(dossier, copies));
    }

    private static Optional<NextStep> moving(List<Delivery> copies) {
        List<Delivery> trying = copies.stream()
                .filter(copy -> copy.state() == DeliveryState.QUEUED
                        || copy.state() == DeliveryState.SENDING
                        || (copy.state() == DeliveryState.WAITING && copy.push() && copy.attempts() == 0))
                .toList();
        if (!trying.isEmpty()) {
            return Optional.of(new Trying(codes(trying)));
        }
        List<Delivery> again = copies.stream()
                .filter(copy -> copy.state() == DeliveryState.WAITING && copy.push())
                .sorted(Comparator.comparing(copy -> copy.dueAt().orElse(Instant.MAX)))
                .toList();
        if (!again.isEmpty()) {
            Delivery next = again.getFirst();
            return Optional.of(new TryAgain(codes(again), next.dueAt().orElse(next.updatedAt()), next.attempts()));
        }
        List<Delivery> collect =
                copies.stream().filter(copy -> !copy.state().isFinal()).toList();
        return collect.isEmpty() ? Optional.empty() : Optional.of(new ToBeCollected(codes(collect), systems(collect)));
    }

    private static NextStep atRest(Dossier dossier, List<Delivery> copies) {
        if (dossier.marks().contains(Mark.WAITS_FOR_TARGET)) {
            return new WaitsForTarget(dossier.key().target());
        }
        long handedOver = copies.stream()
                .filter(copy -> copy.state() == DeliveryState.HANDED_OVER)
                .count();
        long ended = copies.stream()
                .filter(copy -> copy.state() == DeliveryState.WITHDRAWN || copy.state() == DeliveryState.FAILED)
                .count();
        return handedOver == 0 ? new NobodyLeft() : new Delivered(handedOver, ended);
    }

    private static Optional<Delivery> first(List<Delivery> deliveries, DeliveryState state) {
        return deliveries.stream().filter(delivery -> delivery.state() == state).findFirst();
    }

    private static String codes(List<Delivery> deliveries, DeliveryState state) {
        return codes(deliveries.stream()
                .filter(delivery -> delivery.state() == state)
                .toList());
    }

    private static String codes(List<Delivery> deliveries) {
        return deliveries.stream()
                .map(delivery -> delivery.code().text())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String systems(List<Delivery> deliveries) {
        return deliveries.stream()
                .flatMap(delivery -> delivery.systemId().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
