package vn.lienthong.routes.door.console;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.Hold;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.status.Status;

/**
 * What happens next with a document, as far as the record tells: what waits for a person comes first, then what fails, then
 * what moves by itself.
 */
sealed interface NextStep {
    /** Says only that the recipient's system has it. */
    String ARRIVED = "01";

    String DECLINED = "02";

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
            case Declined declined -> false;
            case Awaiting awaiting -> false;
            case Answered answered -> false;
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

    /** Handed over, and no recipient has said yet what it does with it. */
    record Delivered(long handedOver, long ended) implements NextStep {}

    /** These recipients' last word is a refusal; it is on its way to the sender, whose move it is. */
    record Declined(String codes, String reason) implements NextStep {}

    /** Some recipients have answered, these have not. */
    record Awaiting(String codes) implements NextStep {}

    /** Every recipient that has it has said what it does with it. */
    record Answered(long handedOver) implements NextStep {}

    /**
     * The most pressing thing.
     *
     * @param statuses that came back, oldest first
     */
    static NextStep of(Dossier dossier, List<Delivery> all, List<Status> statuses) {
        return switch (dossier.state()) {
            case REFUSED -> new Refused(dossier.holdReason());
            case HELD -> new Held(dossier.hold().orElse(Hold.OPERATOR), dossier.holdReason());
            case ACCEPTED -> underWay(dossier, all, statuses);
        };
    }

    private static NextStep underWay(Dossier dossier, List<Delivery> all, List<Status> statuses) {
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
                .orElseGet(() -> atRest(dossier, copies, statuses));
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

    private static NextStep atRest(Dossier dossier, List<Delivery> copies, List<Status> statuses) {
        if (dossier.marks().contains(Mark.WAITS_FOR_TARGET)) {
            return new WaitsForTarget(dossier.key().target());
        }
        List<Delivery> handedOver = copies.stream()
                .filter(copy -> copy.state() == DeliveryState.HANDED_OVER)
                .toList();
        long ended = copies.stream()
                .filter(copy -> copy.state() == DeliveryState.WITHDRAWN || copy.state() == DeliveryState.FAILED)
                .count();
        return handedOver.isEmpty()
                ? new NobodyLeft()
                : answers(handedOver, statuses).orElseGet(() -> new Delivered(handedOver.size(), ended));
    }

    private static Optional<NextStep> answers(List<Delivery> handedOver, List<Status> statuses) {
        Map<Delivery, Status> last = new LinkedHashMap<>();
        handedOver.forEach(copy -> statuses.stream()
                .filter(status -> !status.code().equals(ARRIVED) && isFrom(copy, status))
                .forEach(status -> last.put(copy, status)));
        if (last.isEmpty()) {
            return Optional.empty();
        }
        List<Map.Entry<Delivery, Status>> declined = last.entrySet().stream()
                .filter(answer -> answer.getValue().code().equals(DECLINED))
                .toList();
        if (!declined.isEmpty()) {
            return Optional.of(new Declined(
                    codes(declined.stream().map(Map.Entry::getKey).toList()),
                    declined.getFirst().getValue().description()));
        }
        List<Delivery> silent =
                handedOver.stream().filter(copy -> !last.containsKey(copy)).toList();
        return Optional.of(silent.isEmpty() ? new Answered(handedOver.size()) : new Awaiting(codes(silent)));
    }

    private static boolean isFrom(Delivery copy, Status status) {
        return status.from().isPresent()
                ? status.from().equals(copy.agency())
                : status.fromCode().equals(copy.code());
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
