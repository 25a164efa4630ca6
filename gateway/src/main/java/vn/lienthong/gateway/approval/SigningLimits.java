package vn.lienthong.gateway.approval;

import java.time.Duration;

/**
 * What officers' signatures may cost.
 *
 * @param patience how long one waits for a key that is in use
 * @param answer how long a key may take to open, and for each value
 * @param stamping how long the timestamp of one signature may take
 * @param goodFor how long after an officer confirmed a batch it is begun, and how long from there on its documents are signed
 * @param together most documents that a signing service is asked for at once
 * @param togetherBytes most bytes of them in memory
 * @param attempts how often a document is begun; one that was cut off as often is told so
 */
public record SigningLimits(
        Duration patience,
        Duration answer,
        Duration stamping,
        Duration goodFor,
        int together,
        long togetherBytes,
        int attempts) {}
