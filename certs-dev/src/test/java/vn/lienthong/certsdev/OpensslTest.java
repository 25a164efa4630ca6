package vn.lienthong.certsdev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we make, checked by openssl, at the true time since its OCSP client knows no other. Skipped where it is missing. */
class OpensslTest {
    @TempDir
    private static Path folder;

    private static @Nullable DevPkiServices services;
    private static DevelopmentPki pki;

    @BeforeAll
    static void prepare() throws Exception {
        if (!installed()) {
            return;
        }
        Clock clock = Clock.systemUTC();
        services = DevPkiServices.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                base -> DevelopmentPki.create(DevelopmentPki.Settings.of(clock.instant(), base), clock));
        pki = services.pki();
        write("root.pem", Pem.of(pki.root(Branch.GOVERNMENT)));
        write("ca.pem", Pem.of(pki.issuingCa(Branch.GOVERNMENT)));
        for (Fate fate : Fate.values()) {
            write(fate + ".pem", Pkis.seal(pki, fate).certificatePem());
        }
        StringBuilder crls = new StringBuilder();
        for (X509CRL crl : pki.crls()) {
            crls.append("-----BEGIN X509 CRL-----\n")
                    .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(crl.getEncoded()))
                    .append("\n-----END X509 CRL-----\n");
        }
        write("crls.pem", crls.toString());
    }

    /** Per test, not once: only so does the report count and explain what was skipped. */
    @BeforeEach
    void needs_openssl() {
        assumeTrue(services != null, "openssl: not installed (expected: on the path), so this check is skipped");
    }

    @AfterAll
    static void stop() {
        if (services != null) {
            services.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GOOD, GOOD.pem: OK",
        "REVOKED, certificate revoked",
        "EXPIRED, certificate has expired",
        "NOT_YET_VALID, certificate is not yet valid",
        "UNTRUSTED, unable to get local issuer certificate",
        "WRONG_BRANCH, unable to get local issuer certificate",
        "OCSP_DOWN, OCSP_DOWN.pem: OK"
    })
    void verify_agrees_on_the_fate(Fate fate, String words) throws Exception {
        assertThat(openssl(
                        "verify",
                        "-x509_strict",
                        "-crl_check_all",
                        "-CAfile",
                        "root.pem",
                        "-untrusted",
                        "ca.pem",
                        "-CRLfile",
                        "crls.pem",
                        fate + ".pem"))
                .contains(words);
    }

    @Test
    void verify_for_signing_refuses_the_wrong_usage() throws Exception {
        List<String> verify = List.of("verify", "-purpose", "smimesign", "-CAfile", "root.pem", "-untrusted", "ca.pem");

        assertThat(openssl(with(verify, "WRONG_USAGE.pem"))).contains("unsuitable certificate purpose");
        assertThat(openssl(with(verify, "GOOD.pem"))).contains("GOOD.pem: OK");
    }

    @ParameterizedTest
    @CsvSource({"GOOD, GOOD.pem: good", "REVOKED, REVOKED.pem: revoked"})
    void ocsp_is_asked_and_believed(Fate fate, String words) throws Exception {
        String said = openssl(
                "ocsp",
                "-url",
                pki.settings().serviceBase() + "/ocsp",
                "-issuer",
                "ca.pem",
                "-cert",
                fate + ".pem",
                "-CAfile",
                "root.pem");

        assertThat(said).contains(words, "Response verify OK").doesNotContain("WARNING");
    }

    @Test
    void ocsp_of_the_authority_is_answered_by_its_root() throws Exception {
        assertThat(openssl(
                        "ocsp",
                        "-url",
                        pki.settings().serviceBase() + "/ocsp",
                        "-issuer",
                        "root.pem",
                        "-cert",
                        "ca.pem",
                        "-CAfile",
                        "root.pem"))
                .contains("ca.pem: good", "Response verify OK");
    }

    @Test
    void timestamps_verify_and_break_with_the_data() throws Exception {
        write("data", "văn bản đi");
        write("other", "văn bản khác");
        openssl("ts", "-query", "-data", "data", "-sha256", "-cert", "-out", "query.tsq");
        Files.write(folder.resolve("reply.tsr"), pki.timestamp(Files.readAllBytes(folder.resolve("query.tsq"))));

        assertThat(openssl("ts", "-verify", "-in", "reply.tsr", "-queryfile", "query.tsq", "-CAfile", "root.pem"))
                .contains("Verification: OK");
        assertThat(openssl("ts", "-verify", "-in", "reply.tsr", "-data", "data", "-CAfile", "root.pem"))
                .contains("Verification: OK");
        assertThat(openssl("ts", "-verify", "-in", "reply.tsr", "-data", "other", "-CAfile", "root.pem"))
                .contains("Verification: FAILED");
    }

    @Test
    void pkcs12_opens() throws Exception {
        Files.write(folder.resolve("seal.p12"), Pkis.seal(pki, Fate.GOOD).pkcs12("matkhau".toCharArray()));

        assertThat(openssl("pkcs12", "-in", "seal.p12", "-passin", "pass:matkhau", "-nokeys"))
                .contains("UID = H53", "OU = DEV ONLY");
    }

    private static boolean installed() {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> with(List<String> arguments, String last) {
        List<String> all = new ArrayList<>(arguments);
        all.add(last);
        return all;
    }

    private static String openssl(String... arguments) throws Exception {
        return openssl(List.of(arguments));
    }

    private static String openssl(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(arguments);
        Path said = Files.createTempFile(folder, "said", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("openssl ended").isTrue();
        // openssl prints friendly names in bytes of no one encoding; the words looked for are ASCII.
        return Files.readString(said, StandardCharsets.ISO_8859_1);
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
