package vn.lienthong.routes.platform;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code lienthong.soap}: the SOAP door. An envelope is read in memory; a packet that comes by MTOM is no part of it.
 *
 * @param maxEnvelope the envelope of one call, with a packet that comes inside it; default 1 MB
 * @param maxCalls calls that are worked on at once, from the reading of the envelope to the end of the answer; more are asked to
 *     come again; default 32
 */
public record SoapSettings(@DefaultValue("1MB") DataSize maxEnvelope, @DefaultValue("32") int maxCalls) {
    public SoapSettings {
        Setting.inRange("lienthong.soap.max-envelope", maxEnvelope, DataSize.ofKilobytes(4), DataSize.ofMegabytes(64));
        Setting.inRange("lienthong.soap.max-calls", maxCalls, 1, 1_000);
    }
}
