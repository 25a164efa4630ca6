package vn.lienthong.gateway.signature.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.VerifySeal;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;

/** The gateway's seal on a software token (SoftHSM2), the real library and the JDK's provider. */
@Tag("ci")
class Pkcs11SigningKeyTest {

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"),
            Path.of("/opt/homebrew/lib/softhsm/libsofthsm2.so"));
    private static final String PIN = "5678";

    @TempDir
    Path folder;

    private Path library = Path.of("");
    private String slot = "";

    @BeforeEach
    void makeToken() throws Exception {
        library = LIBRARIES.stream()
                .filter(file -> Files.isReadable(file) && installed("softhsm2-util"))
                .findFirst()
                .orElseGet(Pkcs11SigningKeyTest::missing);
        Path tokens = Files.createDirectory(folder.resolve("tokens"));
        Files.writeString(
                folder.resolve("softhsm2.conf"),
                "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        run("softhsm2-util", "--init-token", "--free", "--label", "gateway", "--so-pin", "1234", "--pin", PIN);
        Matcher numbers = Pattern.compile("(?m)^Slot (\\d+)").matcher(run("softhsm2-util", "--show-slots"));
        assertThat(numbers.find()).isTrue();
        slot = numbers.group(1);
    }

    private static boolean installed(String program) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    /** Elsewhere a program that is not there is no fault; CI installs it, so there it is. */
    private static Path missing() {
        String text = "SoftHSM2 is not installed (expected: softhsm2-util and libsofthsm2.so)";
        return System.getenv("CI") == null ? abort(text) : fail(text);
    }

    @Test
    void sealsWithAKeyThatNeverLeavesTheToken() throws Exception {
        makeKey("seal", "-keyalg", "EC", "-groupname", "secp256r1");
        makeKey("other", "-keyalg", "RSA", "-keysize", "2048");

        assertThat(sign("seal", PIN)).contains("signed by Pkcs11SigningKey[CN=seal", library.toString());
        assertSealed("first.p7m", "EC");
        assertSealed("after-logout.p7m", "EC");

        assertThat(sign("other", PIN)).contains("signed by");
        assertSealed("first.p7m", "RSA");
    }

    @Test
    void saysWhichOfTheSettingsIsWrong() throws Exception {
        makeKey("seal", "-keyalg", "EC", "-groupname", "secp256r1");

        assertThat(sign("", PIN)).as("the only key needs no label").contains("signed by");
        assertThat(sign("siel", PIN)).contains("refused", "keys with a certificate [seal] (expected: siel)");
        assertThat(sign("seal", "0000")).contains("refused", "CKR_PIN_INCORRECT");
        slot = "1";
        assertThat(sign("seal", PIN)).contains("refused", "slot 1");
    }

    /** Two tokens often have one factory PIN: what is plugged in instead signs nothing in the first one's name. */
    @Test
    void anotherKeyInTheTokensPlaceSignsNothing() throws Exception {
        makeKey("ours", "-keyalg", "EC", "-groupname", "secp256r1");
        Path said = folder.resolve("swap.txt");
        Process signing = start(
                said,
                java("java"),
                "-cp",
                System.getProperty("java.class.path"),
                SwapToken.class.getName(),
                library.toString(),
                slot,
                PIN,
                folder.toString());
        for (int i = 0; i < 600 && signing.isAlive() && Files.notExists(folder.resolve("signed")); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        removeKey("ours");
        makeKey("theirs", "-keyalg", "EC", "-groupname", "secp256r1");
        Files.createFile(folder.resolve("swapped"));
        assertThat(signing.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(said))
                .contains("try 1 refused", "CN=theirs", "(expected: CN=ours as before)", "try 2 refused")
                .doesNotContain("signed by");
    }

    private void assertSealed(String file, String algorithm) throws Exception {
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(folder.resolve("certificate.der"))));
        assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo(algorithm);
        SignatureReport report = new VerifySeal(TrustStores.of(), Revocations.none(), ValidationPolicy.standard())
                .verify(file, Files.readAllBytes(folder.resolve(file)), SignWithToken.CONTENT, SignWithToken.AT);
        assertThat(report.verdicts()).singleElement().satisfies(verdict -> {
            assertThat(verdict.facts().integrity()).isEqualTo(Integrity.INTACT);
            assertThat(verdict.facts().signer().orElseThrow().serial())
                    .isEqualTo(certificate.getSerialNumber().toString(16));
        });
    }

    private void makeKey(String label, String... kind) throws Exception {
        Path settings = Files.writeString(
                folder.resolve("keytool.cfg"), "name = maker\nlibrary = " + library + "\nslot = " + slot + "\n");
        List<String> command = new ArrayList<>(List.of(java("keytool"), "-genkeypair", "-alias", label));
        command.addAll(List.of(kind));
        command.addAll(List.of("-dname", "CN=" + label, "-validity", "3650", "-keystore", "NONE"));
        command.addAll(List.of("-storetype", "PKCS11", "-storepass", PIN));
        command.addAll(List.of("-providerClass", "sun.security.pkcs11.SunPKCS11", "-providerArg", settings.toString()));
        run(command.toArray(String[]::new));
    }

    private void removeKey(String label) throws Exception {
        List<String> command = new ArrayList<>(List.of(java("keytool"), "-delete", "-alias", label));
        command.addAll(List.of("-keystore", "NONE", "-storetype", "PKCS11", "-storepass", PIN));
        command.addAll(List.of("-providerClass", "sun.security.pkcs11.SunPKCS11"));
        command.addAll(List.of("-providerArg", folder.resolve("keytool.cfg").toString()));
        run(command.toArray(String[]::new));
    }

    private String sign(String label, String pin) throws Exception {
        return run(
                java("java"),
                "-cp",
                System.getProperty("java.class.path"),
                SignWithToken.class.getName(),
                library.toString(),
                slot,
                label,
                pin,
                folder.toString());
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = start(folder.resolve("output.txt"), command);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String output = Files.readString(folder.resolve("output.txt"), StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private Process start(Path output, String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment()
                .put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
        return builder.start();
    }
}
