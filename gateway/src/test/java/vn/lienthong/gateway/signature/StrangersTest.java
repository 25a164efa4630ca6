package vn.lienthong.gateway.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.cms.SealBytes;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.pdf.SignPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;
import vn.lienthong.gateway.signature.xml.SignEnvelope;

/** What we make is accepted by programs that we did not write. Each is skipped where its program is not installed. */
class StrangersTest {
    @TempDir
    Path folder;

    private String run(String... command) throws IOException, InterruptedException {
        return Programs.run(folder, command);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException fault) {
            throw new AssertionError(fault);
        }
    }

    private static byte[] thrice(boolean packed) throws SigningException {
        MakeOfficialLetter maker = new MakeOfficialLetter();
        OfficialLetter letter = OfficialLetter.of(DevTrust.AGENCY, "12/SNV-VP", "Thử chữ ký số", DevTrust.NOW);
        byte[] file = packed ? maker.makePacked(letter) : maker.make(letter);
        for (SigningKey key : new SigningKey[] {
            DevTrust.official("Nguyễn Văn A"), DevTrust.seal(Fate.GOOD), DevTrust.official("Trần Thị B")
        }) {
            file = new SignPdf().sign(file, key, new SignatureDetails("Người ký", "Ban hành", DevTrust.NOW, 8192));
        }
        return file;
    }

    @Test
    void pdfsigSeesThreeSignaturesAndTheLastOverTheTotal() throws Exception {
        for (boolean packed : new boolean[] {false, true}) {
            write("s.pdf", thrice(packed));
            String said = run("pdfsig", "-nocert", "s.pdf");

            assertThat(said.split("Signature is Valid", -1)).as(said).hasSize(4);
            assertThat(said).contains("Total document signed");
            assertThat(said).contains("ETSI.CAdES.detached");
        }
    }

    @Test
    void qpdfFindsNothingToRepair() throws Exception {
        write("s.pdf", thrice(false));

        assertThat(run("qpdf", "--check", "s.pdf")).contains("exit 0").doesNotContain("WARNING");
    }

    @Test
    void opensslVerifiesSealsOfBothKinds() throws Exception {
        for (DevelopmentPki pki : new DevelopmentPki[] {DevTrust.pki(), DevTrust.curves()}) {
            SealBytes seal = new SealBytes(DevTrust.key(pki.sealOf(DevTrust.CODE, DevTrust.AGENCY, Fate.GOOD)));
            byte[] content = "biên nhận".getBytes(StandardCharsets.UTF_8);
            write("content", content);
            write("detached.p7s", seal.detached(content, DevTrust.NOW));
            write("attached.p7m", seal.attached(content, DevTrust.NOW));
            write("root.pem", pem(pki.root(Branch.GOVERNMENT)).getBytes(StandardCharsets.US_ASCII));
            String at = Long.toString(DevTrust.NOW.getEpochSecond());

            assertThat(run(
                            "openssl",
                            "cms",
                            "-verify",
                            "-cades",
                            "-binary",
                            "-inform",
                            "DER",
                            "-in",
                            "detached.p7s",
                            "-content",
                            "content",
                            "-CAfile",
                            "root.pem",
                            "-purpose",
                            "any",
                            "-attime",
                            at,
                            "-out",
                            "out"))
                    .contains("exit 0");
            assertThat(run(
                            "openssl",
                            "cms",
                            "-verify",
                            "-binary",
                            "-inform",
                            "DER",
                            "-in",
                            "attached.p7m",
                            "-CAfile",
                            "root.pem",
                            "-purpose",
                            "any",
                            "-attime",
                            at,
                            "-out",
                            "out"))
                    .contains("exit 0");
        }
    }

    @Test
    void xmlsecVerifiesTheEnvelope() throws Exception {
        byte[] packet = "<edXML><edXMLEnvelope><edXMLHeader/></edXMLEnvelope></edXML>".getBytes(StandardCharsets.UTF_8);
        for (DevelopmentPki pki : new DevelopmentPki[] {DevTrust.pki(), DevTrust.curves()}) {
            SigningKey key = DevTrust.key(pki.sealOf(DevTrust.CODE, DevTrust.AGENCY, Fate.GOOD));
            write("s.xml", new SignEnvelope(key).sign(packet, DevTrust.NOW));
            write("root.pem", pem(pki.root(Branch.GOVERNMENT)).getBytes(StandardCharsets.US_ASCII));
            write("ca.pem", pem(pki.issuingCa(Branch.GOVERNMENT)).getBytes(StandardCharsets.US_ASCII));

            assertThat(run(
                            "xmlsec1",
                            "--verify",
                            "--verification-gmt-time",
                            "2026-11-22 02:00:00",
                            "--trusted-pem",
                            "root.pem",
                            "--untrusted-pem",
                            "ca.pem",
                            "--enabled-key-data",
                            "x509",
                            "--id-attr:Id",
                            "http://uri.etsi.org/01903/v1.3.2#:SignedProperties",
                            "s.xml"))
                    .contains("exit 0");
        }
    }
}
