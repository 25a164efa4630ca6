package vn.lienthong.gateway.delivery;

import java.time.Duration;

/**
 * Limits of delivery.
 *
 * @param collectLease how long {@code processing} keeps a copy behind the others
 * @param attemptLease how long an attempt may take before another may begin
 * @param queuedFor how long a delivery may sit in the broker before it is taken to be lost there
 * @param firstDelay before the second attempt; doubles with each further one
 * @param longestDelay between two attempts
 * @param longestWait before a copy that waits for a person's decision is looked at again
 * @param maxAttempts after so many the delivery is dead until a person revives it
 * @param perSystem deliveries of one receiving system in the broker at a time
 * @param breakerFailures failures in a row after which a system is left alone
 * @param breakerPause how long it is left alone
 * @param alertAfterFailures {@code fail} reports of a collecting system before an operator is told, and the copy listed behind
 *     the others
 * @param listLimit items in one list of the axis dialect
 */
public record DeliverySettings(
        Duration collectLease,
        Duration attemptLease,
        Duration queuedFor,
        Duration firstDelay,
        Duration longestDelay,
        Duration longestWait,
        int maxAttempts,
        int perSystem,
        int breakerFailures,
        Duration breakerPause,
        int alertAfterFailures,
        int listLimit) {

    public static DeliverySettings defaults() {
        return new DeliverySettings(
                Duration.ofMinutes(15),
                Duration.ofMinutes(5),
                Duration.ofMinutes(5),
                Duration.ofSeconds(10),
                Duration.ofHours(1),
                Duration.ofHours(4),
                40,
                100,
                5,
                Duration.ofMinutes(1),
                5,
                500);
    }
}
