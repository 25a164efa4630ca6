package vn.lienthong.gateway.signature.cms;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.signature.path.CarriedEvidence;

/**
 * The validation data that a CMS signature holds: its revocation field (RFC 5652 §10.2.1, RFC 5940), the attributes
 * {@code certificate-values} and {@code revocation-values} (EN 319 122-1 §5.4 and §A.1.1.2), and Adobe's archival attribute
 * (ISO 32000-2 §12.8.3.3.2). What is malformed is left out: validation data can only help.
 */
final class EnclosedEvidence {
    private static final String OCSP_RESPONSE = "1.3.6.1.5.5.7.16.2";
    /** What others enclose under the name of the answer itself (RFC 6960 §4.2.1). */
    private static final String BASIC_RESPONSE = "1.3.6.1.5.5.7.48.1.1";

    private static final String CERTIFICATE_VALUES = "1.2.840.113549.1.9.16.2.23";
    private static final String REVOCATION_VALUES = "1.2.840.113549.1.9.16.2.24";
    private static final String ADOBE_ARCHIVAL = "1.2.840.113583.1.1.8";
    private static final int LISTS = 0xa0;
    private static final int ANSWERS = 0xa1;

    private final List<byte[]> certificates = new ArrayList<>(0);
    private final List<byte[]> lists = new ArrayList<>(0);
    private final List<byte[]> answers = new ArrayList<>(0);

    private EnclosedEvidence() {}

    static CarriedEvidence of(CmsSignature cms) {
        EnclosedEvidence enclosed = new EnclosedEvidence();
        for (byte[] one : cms.revocations()) {
            tolerate(() -> enclosed.revocation(one));
        }
        enclosed.attribute(cms.signer().unsigned().get(CERTIFICATE_VALUES), enclosed::certificates);
        enclosed.attribute(cms.signer().unsigned().get(REVOCATION_VALUES), enclosed::values);
        enclosed.attribute(cms.signer().signed().get(ADOBE_ARCHIVAL), enclosed::values);
        return enclosed.certificates.isEmpty() && enclosed.lists.isEmpty() && enclosed.answers.isEmpty()
                ? CarriedEvidence.NONE
                : new CarriedEvidence(enclosed.certificates, enclosed.lists, enclosed.answers);
    }

    private interface Part {
        void read() throws CmsException;
    }

    private interface Values {
        void read(Der value) throws CmsException;
    }

    private void attribute(@Nullable Der set, Values values) {
        if (set != null) {
            tolerate(() -> values.read(set.only("values").expect(Der.SEQUENCE, "values")));
        }
    }

    private static void tolerate(Part part) {
        try {
            part.read();
        } catch (CmsException malformed) {
            // Helps nobody, harms nobody.
        }
    }

    /** A list by itself, or another format under [1]: {@code id-ri-ocsp-response}. */
    private void revocation(byte[] encoded) throws CmsException {
        Der value = Der.at(encoded, 0, encoded.length);
        if (value.is(Der.SEQUENCE)) {
            lists.add(encoded);
            return;
        }
        List<Der> other = value.expect(ANSWERS, "other revocation information").children();
        if (other.size() == 2
                && Set.of(OCSP_RESPONSE, BASIC_RESPONSE).contains(other.get(0).oid())) {
            answers.add(other.get(1).encoded());
        }
    }

    private void certificates(Der value) throws CmsException {
        for (Der certificate : value.children()) {
            certificates.add(certificate.encoded());
        }
    }

    private void values(Der value) throws CmsException {
        for (Der kind : value.children()) {
            if (kind.is(LISTS) || kind.is(ANSWERS)) {
                List<byte[]> into = kind.is(LISTS) ? lists : answers;
                for (Der one : kind.only("revocation values")
                        .expect(Der.SEQUENCE, "revocation values")
                        .children()) {
                    into.add(one.encoded());
                }
            }
        }
    }
}
