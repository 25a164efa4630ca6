package vn.lienthong.gateway.agency;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * That one agency took over from another.
 *
 * @param effective first instant at which it holds, to the microsecond
 * @param basis the act that says so
 */
public record Succession(AgencyId from, AgencyId to, SuccessionKind kind, Instant effective, String basis) {

    public Succession {
        effective = effective.truncatedTo(ChronoUnit.MICROS);
    }
}
