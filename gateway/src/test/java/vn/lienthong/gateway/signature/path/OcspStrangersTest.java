package vn.lienthong.gateway.signature.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.signature.Programs;

/** OpenSSL's responder understands our requests, and we its answers, at the true time since it knows no other. */
final class OcspStrangersTest {
    private static final URI FROM = URI.create(SmallAuthority.RESPONDER);
    private static final Duration SKEW = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private final Instant now = Instant.now();
    private final SmallAuthority authority = new SmallAuthority("Cơ quan Thử", now);

    private void pem(String name, String kind, byte[] der) throws Exception {
        String text = "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + kind + "-----\n";
        Files.writeString(folder.resolve(name), text);
    }

    /** The answer of {@code openssl ocsp} to our request, by its index of certificates. */
    private RevocationAnswer ask(X509Certificate leaf, String row, AnswerSettings.Naming naming, byte[] nonce)
            throws Exception {
        SmallAuthority.Holder responder = authority.responder();
        pem("ca.pem", "CERTIFICATE", authority.certificate().getEncoded());
        pem("responder.pem", "CERTIFICATE", responder.certificate().getEncoded());
        pem("responder.key", "PRIVATE KEY", responder.key().getEncoded());
        Files.writeString(folder.resolve("index.txt"), row);
        WantedAnswer wanted = new WantedAnswer(List.of(FROM), leaf.getSerialNumber(), authority.certificate(), true);
        Files.write(folder.resolve("req.der"), OcspQuestion.about(wanted, naming, nonce));
        String said = Programs.run(
                folder,
                "openssl",
                "ocsp",
                "-index",
                "index.txt",
                "-CA",
                "ca.pem",
                "-rsigner",
                "responder.pem",
                "-rkey",
                "responder.key",
                "-ndays",
                "1",
                "-reqin",
                "req.der",
                "-respout",
                "resp.der");
        assertThat(Files.exists(folder.resolve("resp.der"))).as(said).isTrue();
        OcspCache cache = new OcspCache(authority.stores(), OcspStore.inMemory(), Revocations.none(), SKEW);
        cache.take(Files.readAllBytes(folder.resolve("resp.der")), wanted, FROM, nonce, Instant.now());
        return cache.ask(leaf, authority.certificate(), Instant.now(), Freshness.STRICT, true)
                .orElseThrow();
    }

    private static String row(String status, X509Certificate leaf) {
        String serial = leaf.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
        return status + "\t" + (serial.length() % 2 == 0 ? "" : "0") + serial + "\tunknown\t/CN=x\n";
    }

    @Test
    void itsWordIsUnderstood() throws Exception {
        X509Certificate leaf = authority.leaf();
        String good = row("V\t350101000000Z\t", leaf);
        for (AnswerSettings.Naming naming : AnswerSettings.Naming.values()) {
            assertThat(ask(leaf, good, naming, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}))
                    .isInstanceOf(RevocationAnswer.Good.class);
        }
        String bad = row("R\t350101000000Z\t260101000000Z,superseded", leaf);
        assertThat(ask(leaf, bad, AnswerSettings.Naming.SHA1, null))
                .isInstanceOfSatisfying(RevocationAnswer.Revoked.class, revoked -> {
                    assertThat(revoked.at()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
                    assertThat(revoked.reason()).isEqualTo("SUPERSEDED");
                });
    }
}
