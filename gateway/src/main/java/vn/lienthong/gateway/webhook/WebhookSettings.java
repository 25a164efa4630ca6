package vn.lienthong.gateway.webhook;

import java.time.Duration;

/**
 * How news are brought.
 *
 * @param firstDelay after a first failure; doubled with each further one
 * @param longestDelay between two attempts
 * @param mostAttempts of one message
 * @param pauseAfter without any success, counted from the first failure
 * @param atOnce messages on their way to one webhook
 * @param atOnceInAll messages on their way on this node
 * @param mostWaiting messages of one webhook that wait; more are dropped, which their numbers tell
 * @param keep how long a message is listed after it ended
 * @param lease of one attempt: longer than it may take
 */
public record WebhookSettings(
        Duration firstDelay,
        Duration longestDelay,
        int mostAttempts,
        Duration pauseAfter,
        int atOnce,
        int atOnceInAll,
        int mostWaiting,
        Duration keep,
        Duration lease) {}
