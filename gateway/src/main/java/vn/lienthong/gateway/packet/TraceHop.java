package vn.lienthong.gateway.packet;

import java.time.Instant;
import java.util.Optional;

/**
 * One station a document passed (QCVN 102 2.1). Kept as written: deliveries of 2025 hold the code {@code null}, or none.
 *
 * @param organId code of the station
 * @param timeText by rule {@code yyyy/MM/dd HH:mm:ss}, Vietnam's time
 */
public record TraceHop(String organId, String timeText) {

    /** A hop of now: the instant is written in Vietnam's time. */
    public static TraceHop at(String organId, Instant instant) {
        return new TraceHop(organId, VietnamTime.text(instant));
    }

    /** The instant it names, read in UTC+7; empty where the text names none. */
    public Optional<Instant> time() {
        return VietnamTime.instant(timeText);
    }

    /** Whether the time is written as the regulation wants it. */
    public boolean isTimeRegular() {
        return VietnamTime.isRegularTime(timeText);
    }
}
