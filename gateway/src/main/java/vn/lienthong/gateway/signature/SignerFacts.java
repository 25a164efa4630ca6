package vn.lienthong.gateway.signature;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;

/**
 * Who signed, as the certificate says.
 *
 * @param commonName CN of the subject, empty when it has none
 * @param organisation O of the subject, empty when it has none
 * @param agencyCode what the subject carries as organizationIdentifier, else UID; as written, not looked up
 * @param issuer the issuer's name, RFC 2253
 * @param serial the serial number in lower-case hexadecimal
 * @param certificate SHA-256 of the certificate's DER
 * @param branch the trust branch its path leads to, by name; empty when it leads to none
 * @param units OU of the subject, in their order
 */
public record SignerFacts(
        String commonName,
        String organisation,
        Optional<String> agencyCode,
        String issuer,
        String serial,
        Sha256 certificate,
        Instant validFrom,
        Instant validTo,
        Optional<String> branch,
        List<String> units) {
    public SignerFacts {
        units = List.copyOf(units);
    }

    /** Of a certificate that names no units. */
    public SignerFacts(
            String commonName,
            String organisation,
            Optional<String> agencyCode,
            String issuer,
            String serial,
            Sha256 certificate,
            Instant validFrom,
            Instant validTo,
            Optional<String> branch) {
        this(commonName, organisation, agencyCode, issuer, serial, certificate, validFrom, validTo, branch, List.of());
    }
}
