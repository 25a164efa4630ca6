package vn.lienthong.gateway.signature.xml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.path.CarriedEvidence;

/** Honest files and a verifier that trusts who made them. */
final class XmlFixture {
    static final String LETTER = "<vb:vanBan xmlns:vb=\"urn:vb\"><vb:noiDung Id=\"nd\"><!-- ghi chú -->"
            + "<vb:trichYeu>V/v họp</vb:trichYeu><vb:so>12</vb:so></vb:noiDung></vb:vanBan>";

    private static final VerifyXml VERIFIER = verifier(DevTrust.pki());

    private XmlFixture() {}

    static VerifyXml verifier(DevelopmentPki pki) {
        return verifier(pki, ValidationPolicy.standard());
    }

    static VerifyXml verifier(DevelopmentPki pki, ValidationPolicy policy) {
        return new VerifyXml(DevTrust.stores(pki), DevTrust.lists(pki), policy, XmlLimits.standard());
    }

    static SignatureReport verify(String xml, SignedFile... beside) {
        return verify(bytes(xml), beside);
    }

    static SignatureReport verify(byte[] xml, SignedFile... beside) {
        try {
            return VERIFIER.verify(SignedFile.of("a.xml", xml), List.of(beside), DevTrust.NOW);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static SigningKey seal() {
        return DevTrust.seal(Fate.GOOD);
    }

    static byte[] enveloped(SigningKey key) {
        return signed(key, signing -> signing.enveloped(bytes(LETTER), DevTrust.NOW));
    }

    static byte[] overElement(byte[] xml, String id, SigningKey key) {
        return signed(key, signing -> signing.overElement(xml, id, DevTrust.NOW));
    }

    interface Preparing {
        PreparedXml prepare(SignXml signing) throws SigningException;
    }

    static byte[] signed(SigningKey key, Preparing preparing) {
        try {
            SignXml signing = new SignXml(key);
            return signing.sign(preparing.prepare(signing));
        } catch (SigningException fault) {
            throw new AssertionError(fault);
        }
    }

    static String id(byte[] signed) {
        String text = text(signed);
        int at = text.lastIndexOf("<ds:Signature ");
        int id = text.indexOf("Id=\"", at) + 4;
        return text.substring(id, text.indexOf('"', id));
    }

    static byte[] stamped(byte[] signed, DevelopmentPki pki, SignedFile... beside) {
        try {
            ExtendXml extend = ExtendXml.of(signed, List.of(beside), id(signed));
            return extend.withTimestamp(token(Sha256.of(extend.toBeStamped()), pki));
        } catch (SigningException fault) {
            throw new AssertionError(fault);
        }
    }

    static byte[] withValues(byte[] signed, CarriedEvidence evidence) {
        try {
            return ExtendXml.of(signed, List.of(), id(signed)).withValues(evidence);
        } catch (SigningException fault) {
            throw new AssertionError(fault);
        }
    }

    static byte[] archived(byte[] signed, DevelopmentPki pki) {
        try {
            ExtendXml extend = ExtendXml.of(signed, List.of(), id(signed));
            return extend.withArchive(token(extend.archiveDigest(), pki));
        } catch (SigningException fault) {
            throw new AssertionError(fault);
        }
    }

    static byte[] token(Sha256 digest, DevelopmentPki pki) {
        try {
            TimeStampRequestGenerator request = new TimeStampRequestGenerator();
            request.setCertReq(true);
            byte[] asked =
                    request.generate(TSPAlgorithms.SHA256, digest.bytes()).getEncoded();
            return new TimeStampResponse(pki.timestamp(asked))
                    .getTimeStampToken()
                    .getEncoded();
        } catch (IOException | TSPException fault) {
            throw new AssertionError(fault);
        }
    }

    /** The lists of all authorities, and the issuing authority's certificate. */
    static CarriedEvidence evidence(DevelopmentPki pki) {
        try {
            List<byte[]> lists = new ArrayList<>();
            for (X509CRL list : pki.crls()) {
                lists.add(list.getEncoded());
            }
            return new CarriedEvidence(List.of(pki.issuingCa(Branch.GOVERNMENT).getEncoded()), lists, List.of());
        } catch (CRLException | CertificateEncodingException fault) {
            throw new AssertionError(fault);
        }
    }
}
