package vn.lienthong.gateway.signature.xml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A claimed signing time.
 *
 * @param zoned whether it names a zone other than UTC, and so cannot be local time mislabelled
 */
record SigningTime(Instant at, boolean zoned) {

    /** An xsd:dateTime; one without a zone is taken as UTC. Empty for what cannot be read: that claims nothing. */
    static Optional<SigningTime> read(String text) {
        try {
            OffsetDateTime at = OffsetDateTime.parse(text);
            return Optional.of(new SigningTime(at.toInstant(), !at.getOffset().equals(ZoneOffset.UTC)));
        } catch (DateTimeException noZone) {
            try {
                return Optional.of(new SigningTime(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC), false));
            } catch (DateTimeException malformed) {
                return Optional.empty();
            }
        }
    }
}
