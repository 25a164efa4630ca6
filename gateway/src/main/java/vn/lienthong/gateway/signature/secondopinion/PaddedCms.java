package vn.lienthong.gateway.signature.secondopinion;

import eu.europa.esig.dss.cms.CMS;
import eu.europa.esig.dss.cms.object.CMSObjectUtils;
import eu.europa.esig.dss.model.InMemoryDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;

/**
 * DSS's reading of CMS with the value alone handed to Bouncy Castle. A PDF pads its signatures with zeros, and since 1.85 Bouncy
 * Castle refuses whatever stands behind a value: DSS 6.4 then finds <em>no signature</em>, in silence. Comes first in
 * {@code META-INF/services}; {@link DssOpinion} tries it on a file of its own before anybody relies on it.
 */
public final class PaddedCms extends CMSObjectUtils {

    /** For the service loader. */
    public PaddedCms() {}

    @Override
    public CMS parseToCMS(byte[] padded) {
        return super.parseToCMS(new InMemoryDocument(value(padded)));
    }

    private static byte[] value(byte[] padded) {
        try (ASN1InputStream in = new ASN1InputStream(new ByteArrayInputStream(padded), padded.length)) {
            ASN1Primitive value = in.readObject();
            return value == null ? padded : value.getEncoded();
        } catch (IOException | RuntimeException malformed) {
            // DSS says what is wrong with it.
            return padded;
        }
    }
}
