package vn.lienthong.gateway.packet;

import java.time.Instant;
import java.util.Optional;

/**
 * A status that one agency reports to another about a document (QĐ 28/2018).
 *
 * @param from who reports
 * @param responseFor the agency it is for and the document concerned
 * @param staff the officer behind it
 * @param description free text; the reason of a refusal
 * @param timestampText when, as written
 */
public record StatusMessage(
        AgencyBlock from,
        ResponseFor responseFor,
        StaffInfo staff,
        StatusCode code,
        String description,
        String timestampText)
        implements Message {

    /** A status of a given instant, written in Vietnam's time. */
    public static StatusMessage at(
            Instant instant,
            AgencyBlock from,
            ResponseFor responseFor,
            StaffInfo staff,
            StatusCode code,
            String description) {
        return new StatusMessage(from, responseFor, staff, code, description, VietnamTime.text(instant));
    }

    /** When, read in UTC+7; empty where the text names no time. */
    public Optional<Instant> timestamp() {
        return VietnamTime.instant(timestampText);
    }

    /** Whether the time is written as the regulation wants it. */
    public boolean isTimestampRegular() {
        return VietnamTime.isRegularTime(timestampText);
    }
}
