package vn.lienthong.gateway.signature.xml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.fuzz.FuzzTarget;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.key.SigningException;

/** The reader of envelopes' signatures. */
public final class XmlTargets {
    private static final String QCVN = "http://www.mic.gov.vn/TBT/QCVN_102_2016";
    private static final String PACKET = "<edXML xmlns=\"" + QCVN + "\"><e:edXMLEnvelope xmlns:e=\"" + QCVN
            + "\"><e:edXMLHeader><e:MessageHeader><e:Subject>V/v họp</e:Subject></e:MessageHeader></e:edXMLHeader>"
            + "<e:edXMLBody/></e:edXMLEnvelope></edXML>";

    private XmlTargets() {}

    public static List<FuzzTarget> all() {
        List<byte[]> packets = List.of(signed());
        List<byte[]> signed = packets.stream().map(XmlTargets::withoutSignature).toList();
        VerifyEnvelope verifier = new VerifyEnvelope(
                DevTrust.stores(DevTrust.pki()),
                DevTrust.lists(DevTrust.pki()),
                ValidationPolicy.standard(),
                EnvelopeLimits.standard());
        return List.of(new FuzzTarget("xml", () -> packets, bytes -> {
            Indication found = verifier.verify(EnvelopeHint.UNKNOWN, EnvelopeBytes.of(bytes), DevTrust.NOW)
                    .overall();
            if (found == Indication.TOTAL_PASSED) {
                FuzzTarget.requireOneOf("envelope", withoutSignature(bytes), signed);
            }
        }));
    }

    private static byte[] signed() {
        try {
            return new SignEnvelope(DevTrust.seal(Fate.GOOD))
                    .sign(PACKET.getBytes(StandardCharsets.UTF_8), DevTrust.NOW);
        } catch (SigningException fault) {
            throw new AssertionError(fault);
        }
    }

    /** The canonical text of all but the signature: other bytes that mean the same are signed too. */
    private static byte[] withoutSignature(byte[] xml) {
        try {
            Document document = XmlDocument.parse(new ByteArrayInputStream(xml)).document();
            Node signature =
                    document.getElementsByTagNameNS(XmlNames.DSIG, "Signature").item(0);
            signature.getParentNode().removeChild(signature);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS)
                    .canonicalizeSubtree(document, out);
            return out.toByteArray();
        } catch (XmlFault | IOException | XMLSecurityException fault) {
            throw new AssertionError(fault);
        }
    }
}
