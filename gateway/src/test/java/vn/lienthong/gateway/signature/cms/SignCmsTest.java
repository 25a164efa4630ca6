package vn.lienthong.gateway.signature.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.gateway.signature.cms.CmsFixture.FILE;
import static vn.lienthong.gateway.signature.cms.CmsFixture.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Programs;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;

/** What we sign passes here and with openssl; what openssl signs passes here. */
class SignCmsTest {
    private static final SigningKey KEY = DevTrust.seal(Fate.GOOD);

    @TempDir
    Path folder;

    private String openssl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl", "cms"));
        command.addAll(List.of(arguments));
        return Programs.run(folder, command.toArray(new String[0]));
    }

    private String accepted(String file, boolean attached) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "-verify",
                "-cades",
                "-binary",
                "-inform",
                "DER",
                "-in",
                file,
                "-CAfile",
                "root.pem",
                "-purpose",
                "any"));
        arguments.addAll(List.of("-attime", Long.toString(DevTrust.NOW.getEpochSecond()), "-out", "out"));
        if (!attached) {
            arguments.addAll(List.of("-content", "congvan.pdf"));
        }
        return openssl(arguments.toArray(new String[0]));
    }

    private void write(DevelopmentPki pki, DevIdentity identity) throws Exception {
        Files.write(folder.resolve("congvan.pdf"), CmsFixture.CONTENT);
        Files.writeString(
                folder.resolve("root.pem"),
                pem("CERTIFICATE", pki.root(Branch.GOVERNMENT).getEncoded()));
        StringBuilder chain = new StringBuilder();
        for (X509Certificate one : identity.chain().subList(1, identity.chain().size())) {
            chain.append(pem("CERTIFICATE", one.getEncoded()));
        }
        Files.writeString(folder.resolve("chain.pem"), chain);
        Files.writeString(folder.resolve("signer.pem"), identity.certificatePem());
        Files.writeString(
                folder.resolve("key.pem"), pem("PRIVATE KEY", identity.key().getEncoded()));
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    @Test
    void attachedAndDetachedPassHere() throws Exception {
        assertThat(verify(new SignCms(KEY).attached(FILE, DevTrust.NOW)).overall())
                .isEqualTo(Indication.TOTAL_PASSED);
        assertThat(verify(new SignCms(KEY).detached(FILE, DevTrust.NOW), FILE).overall())
                .isEqualTo(Indication.TOTAL_PASSED);
    }

    @Test
    void theKeyMayBeElsewhereAndSignByPss() throws Exception {
        PreparedCms prepared = PreparedCms.detached(FILE, KEY.chain(), SignatureAlgorithm.RSA_PSS_SHA256, DevTrust.NOW);
        byte[] value = KEY.sign(prepared.toBeSigned(), prepared.algorithm());

        SignatureReport report = verify(prepared.complete(value), FILE);

        assertThat(report.overall()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts().getFirst().facts().algorithms().signature())
                .isEqualTo("RSASSA-PSS");
    }

    @Test
    void aWrongValueOrAChangedContentIsNotHandedOut() throws Exception {
        PreparedCms prepared = new SignCms(KEY).prepareDetached(FILE, DevTrust.NOW);
        byte[] wrong = KEY.sign(new byte[] {1}, prepared.algorithm());
        assertThatThrownBy(() -> prepared.complete(wrong))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("signature value: wrong");

        Path changing = Files.write(folder.resolve("congvan.pdf"), CmsFixture.CONTENT);
        PreparedCms late = new SignCms(KEY).prepareDetached(SignedFile.of("congvan.pdf", changing), DevTrust.NOW);
        byte[] value = KEY.sign(late.toBeSigned(), late.algorithm());
        Files.writeString(changing, "khác");
        assertThatThrownBy(() -> late.complete(value))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("digest of the signed content");
    }

    @Test
    void opensslAcceptsOurs() throws Exception {
        for (DevelopmentPki pki : List.of(DevTrust.pki(), DevTrust.curves())) {
            DevIdentity seal = pki.sealOf(DevTrust.CODE, DevTrust.AGENCY, Fate.GOOD);
            write(pki, seal);
            SignCms sign = new SignCms(DevTrust.key(seal));
            Files.write(folder.resolve("d.p7s"), sign.detached(FILE, DevTrust.NOW));
            Files.write(folder.resolve("a.p7m"), sign.attached(FILE, DevTrust.NOW));
            assertThat(accepted("d.p7s", false)).contains("exit 0");
            assertThat(accepted("a.p7m", true)).contains("exit 0");
        }
    }

    @Test
    void opensslsPassHere() throws Exception {
        DevIdentity seal = DevTrust.pki().sealOf(DevTrust.CODE, DevTrust.AGENCY, Fate.GOOD);
        write(DevTrust.pki(), seal);
        for (List<String> options : List.of(
                List.of("-outform", "DER", "-nodetach"),
                List.of("-outform", "DER", "-nodetach", "-stream"),
                List.of("-outform", "DER"),
                List.of("-outform", "PEM", "-nodetach"),
                List.of("-outform", "DER", "-md", "sha512"),
                List.of("-outform", "DER", "-keyid"),
                List.of("-outform", "DER", "-keyopt", "rsa_padding_mode:pss"))) {
            List<String> arguments = new ArrayList<>(List.of("-sign", "-cades", "-binary", "-in", "congvan.pdf"));
            arguments.addAll(List.of("-signer", "signer.pem", "-inkey", "key.pem", "-certfile", "chain.pem"));
            arguments.addAll(List.of("-out", "made"));
            arguments.addAll(options);
            assertThat(openssl(arguments.toArray(new String[0]))).contains("exit 0");

            boolean attached = options.contains("-nodetach");
            byte[] made = Files.readAllBytes(folder.resolve("made"));
            // openssl claims the time of its own clock, which is not that of the development PKI.
            SignatureReport report = attached ? verify(made) : verify(made, FILE);
            assertThat(report.verdicts().getFirst().facts().integrity().name())
                    .as(options + " " + report)
                    .isEqualTo("INTACT");
            assertThat(report.verdicts().getFirst().facts().path().name()).isEqualTo("TRUSTED");
            assertThat(report.verdicts().getFirst().facts().subFilter()).isEqualTo("CAdES");
        }
    }
}
