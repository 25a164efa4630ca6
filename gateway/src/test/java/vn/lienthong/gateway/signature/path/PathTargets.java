package vn.lienthong.gateway.signature.path;

import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.fuzz.FuzzTarget;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Tokens;

/** Readers of certificates, revocation lists and OCSP answers. */
public final class PathTargets {
    private static final DevelopmentPki PKI = DevTrust.pki();
    private static final X509Certificate ISSUER = PKI.issuingCa(Branch.GOVERNMENT);

    private PathTargets() {}

    public static List<FuzzTarget> all() {
        List<byte[]> lists = lists();
        List<byte[]> answers = List.of(
                Tokens.about(DevTrust.seal(Fate.GOOD).certificate(), ISSUER, PKI),
                Tokens.about(DevTrust.seal(Fate.REVOKED).certificate(), ISSUER, PKI));
        List<byte[]> signedLists = lists.stream().map(PathTargets::signedPart).toList();
        List<byte[]> signedAnswers =
                answers.stream().map(PathTargets::signedData).toList();
        Certificates certificates = new Certificates();
        return List.of(
                new FuzzTarget("certificate", PathTargets::certificates, certificates::read),
                new FuzzTarget("crl", () -> lists, bytes -> {
                    try {
                        if (DevTrust.empty(PKI).add(bytes)) {
                            FuzzTarget.requireOneOf("list", signedPart(bytes), signedLists);
                        }
                    } catch (CRLException declared) {
                        // What is no list, or nobody's whom we trust.
                    }
                }),
                new FuzzTarget("ocsp", () -> answers, bytes -> {
                    if (ReadOcsp.checked(bytes, ISSUER).isPresent()) {
                        FuzzTarget.requireOneOf("answer", signedData(bytes), signedAnswers);
                    }
                }));
    }

    private static List<byte[]> certificates() {
        List<byte[]> all = new ArrayList<>();
        try {
            all.add(ISSUER.getEncoded());
            all.add(PKI.timestampCertificate().getEncoded());
            all.add(DevTrust.seal(Fate.GOOD).certificate().getEncoded());
            all.add(DevTrust.official("Nguyễn Văn A").certificate().getEncoded());
        } catch (CertificateEncodingException fault) {
            throw new AssertionError(fault);
        }
        return all;
    }

    private static List<byte[]> lists() {
        List<byte[]> all = new ArrayList<>();
        for (X509CRL list : PKI.crls()) {
            try {
                all.add(list.getEncoded());
            } catch (CRLException fault) {
                throw new AssertionError(fault);
            }
        }
        return all;
    }

    private static byte[] signedPart(byte[] list) {
        try {
            return RevocationList.parse(list).getTBSCertList();
        } catch (CRLException fault) {
            throw new AssertionError(fault);
        }
    }

    /** As Bouncy Castle's plain reader sees it. */
    private static byte[] signedData(byte[] answer) {
        try {
            OCSPResponse response = OCSPResponse.getInstance(answer);
            return BasicOCSPResponse.getInstance(
                            response.getResponseBytes().getResponse().getOctets())
                    .getTbsResponseData()
                    .getEncoded();
        } catch (java.io.IOException fault) {
            throw new AssertionError(fault);
        }
    }
}
