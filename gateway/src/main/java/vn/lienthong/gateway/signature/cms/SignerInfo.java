package vn.lienthong.gateway.signature.cms;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one signer of a signature (RFC 5652 §5.3).
 *
 * @param issuer the issuer's name; null when the signer is named by key identifier
 * @param serial null likewise
 * @param keyIdentifier null when the signer is named by issuer and serial number
 * @param signedBytes the signed attributes; the signature value is over them as a SET
 * @param whole the element that all of it was read from
 */
record SignerInfo(
        @Nullable Der issuer,
        @Nullable BigInteger serial,
        @Nullable Der keyIdentifier,
        AlgorithmId digest,
        Der signedBytes,
        Map<String, Der> signed,
        AlgorithmId algorithm,
        Der signature,
        UnsignedAttributes unsigned,
        Der whole) {

    private static final int BY_KEY = 0x80;
    private static final int SIGNED = 0xa0;
    private static final int UNSIGNED = 0xa1;

    static SignerInfo read(Der element) throws CmsException {
        List<Der> parts = element.expect(Der.SEQUENCE, "SignerInfo").children();
        if (parts.size() < 6 || !parts.get(3).is(SIGNED)) {
            throw new CmsException("SignerInfo: no signed attributes (expected: RFC 5652 §5.3, EN 319 122-1 §5.1)");
        }
        parts.get(0).integer();
        Der name = parts.get(1);
        boolean byKey = name.is(BY_KEY);
        List<Der> issuerAndSerial = byKey
                ? List.of()
                : name.expect(Der.SEQUENCE, "signer identifier").children();
        if (!byKey && issuerAndSerial.size() != 2) {
            throw new CmsException("signer identifier: malformed (expected: issuer and serial number)");
        }
        boolean more = parts.size() == 7 && parts.get(6).is(UNSIGNED);
        if (parts.size() > 6 && !more) {
            throw new CmsException("SignerInfo: " + parts.size() + " parts (expected: 6 or 7)");
        }
        return new SignerInfo(
                byKey ? null : issuerAndSerial.get(0),
                byKey ? null : issuerAndSerial.get(1).integer(),
                byKey ? name : null,
                AlgorithmId.read(parts.get(2)),
                parts.get(3),
                attributes(parts.get(3), "signed attribute"),
                AlgorithmId.read(parts.get(4)),
                parts.get(5).expect(Der.OCTETS, "signature value"),
                more ? UnsignedAttributes.read(parts.get(6)) : UnsignedAttributes.NONE,
                element);
    }

    /** Everything but the unsigned attributes, as it lies there (EN 319 122-1 §5.5.3, 3). */
    byte[] fields() throws CmsException {
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        whole.children().stream().limit(6).forEach(part -> fields.writeBytes(part.encoded()));
        return fields.toByteArray();
    }

    /** The only value of a signed attribute; empty when the attribute is absent. */
    Optional<Der> signedValue(String type) throws CmsException {
        Der values = signed.get(type);
        return values == null ? Optional.empty() : Optional.of(values.only("values of attribute " + type));
    }

    private static Map<String, Der> attributes(Der set, String what) throws CmsException {
        Map<String, Der> attributes = new HashMap<>();
        for (Der attribute : set.children()) {
            List<Der> parts = attribute.expect(Der.SEQUENCE, what).children();
            if (parts.size() != 2) {
                throw new CmsException(what + ": " + parts.size() + " parts (expected: type and values)");
            }
            String type = parts.get(0).oid();
            if (attributes.put(type, parts.get(1).expect(Der.SET, what)) != null) {
                throw new CmsException(what + " " + type + ": twice (expected: once, RFC 5652 §11)");
            }
        }
        return attributes;
    }
}
