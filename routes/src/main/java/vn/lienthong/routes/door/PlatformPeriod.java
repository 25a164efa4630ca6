package vn.lienthong.routes.door;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/**
 * The stretch of time that a platform's list is asked for.
 *
 * @param wrong what cannot be read of it
 */
public record PlatformPeriod(Optional<Instant> from, Optional<Instant> to, Optional<Finding> wrong) {

    /** Of the parameters {@code fromDate} and {@code toDate}. */
    public static PlatformPeriod of(Optional<String> fromDate, Optional<String> toDate) {
        return new PlatformPeriod(
                fromDate.flatMap(PlatformTime::from),
                toDate.flatMap(PlatformTime::to),
                wrong("fromDate", fromDate, PlatformTime::from).or(() -> wrong("toDate", toDate, PlatformTime::to)));
    }

    private static Optional<Finding> wrong(
            String name, Optional<String> given, Function<String, Optional<Instant>> reading) {
        return given.filter(text -> reading.apply(text).isEmpty())
                .map(text -> Finding.error(
                        ErrorCode.PARAMETER_MALFORMED,
                        name,
                        name + ": " + text + " (expected: yyyy/MM/dd hoặc yyyy/MM/dd HH:mm:ss)"));
    }
}
