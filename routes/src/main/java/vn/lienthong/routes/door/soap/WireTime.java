package vn.lienthong.routes.door.soap;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TimeZone;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.finding.ErrorCode;

/** {@code xs:dateTime}: what leaves is in UTC; what comes without a zone is Vietnam's time. */
final class WireTime {

    private static final TimeZone VIETNAM = TimeZone.getTimeZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");
    private static final DatatypeFactory FACTORY = factory();

    private WireTime() {}

    static XMLGregorianCalendar of(Instant instant) {
        return FACTORY.newXMLGregorianCalendar(instant.toString());
    }

    /**
     * The instant, where one is given.
     *
     * @throws SoapRefusal for one that no document can have
     */
    static Optional<Instant> instant(String name, @Nullable XMLGregorianCalendar time) {
        return Optional.ofNullable(time).map(given -> {
            Instant instant = given.toGregorianCalendar(VIETNAM, null, null).toInstant();
            if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
                throw SoapRefusal.of(
                        ErrorCode.PARAMETER_MALFORMED, name, name + ": " + given + " (expected: năm 0001 đến 9999)");
            }
            return instant;
        });
    }

    private static DatatypeFactory factory() {
        try {
            return DatatypeFactory.newInstance();
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException("xs:dateTime: no factory (expected: the JDK's)", e);
        }
    }
}
