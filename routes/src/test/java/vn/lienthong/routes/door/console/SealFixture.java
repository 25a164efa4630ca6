package vn.lienthong.routes.door.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.seal.AddSeal;
import vn.lienthong.gateway.seal.AgencySeal;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.gateway.signature.key.Pkcs12SigningKey;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.SealCertificate;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.routes.platform.TrustFolder;

/** A {@link TrayFixture} whose ward has a seal, of a PKI that the gateway trusts, and whose clerk may put it on. */
final class SealFixture implements AutoCloseable {

    static final String PIN = "1234 mật khẩu";

    final TrayFixture trays;
    final DevelopmentPki pki;
    private final Path folder;

    SealFixture(Path folder) {
        this(
                folder,
                DevelopmentPki.create(new DevelopmentPki.Settings(
                        Clock.systemUTC().instant().minusSeconds(60),
                        URI.create("http://127.0.0.1:9"),
                        KeyAlgorithm.EC_P256)),
                Map.of());
    }

    /** @param more settings besides the usual ones of tests */
    SealFixture(Path folder, DevelopmentPki pki, Map<String, String> more) {
        this.folder = folder;
        this.pki = pki;
        trust();
        this.trays = new TrayFixture(folder, more);
        supplyRevocations();
        add(TrayFixture.WARD, TrayFixture.WARD_NAME, Optional.empty());
        trays.mandate(TrayFixture.CLERK, TrayFixture.WARD, Right.SEAL);
    }

    private void trust() {
        try {
            Path store =
                    Files.createDirectories(folder.resolve("trust").resolve(TrustFolder.name(TrustBranch.GOVERNMENT)));
            Files.writeString(
                    store.resolve("dev.pem"),
                    pem(pki.root(Branch.GOVERNMENT).getEncoded())
                            + pem(pki.issuingCa(Branch.GOVERNMENT).getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(byte[] der) {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
    }

    private void supplyRevocations() {
        try {
            CrlCache cache = trays.console.part(CrlCache.class);
            cache.add(pki.rootCrl(Branch.GOVERNMENT));
            cache.add(pki.crl(Branch.GOVERNMENT));
        } catch (CRLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a new key the agency's seal, from now on. */
    AgencySeal add(String code, String name, Optional<byte[]> picture) {
        DevIdentity identity = pki.sealOf(code, name, Fate.GOOD);
        try {
            Path file = Files.write(
                    folder.resolve("seal-" + code + "-" + trays.now().toEpochMilli() + ".p12"),
                    identity.pkcs12(PIN.toCharArray()));
            AddSeal.Outcome outcome = trays.console
                    .part(AddSeal.class)
                    .add(new AddSeal.Wanted(
                            trays.agency(code),
                            trays.now(),
                            new KeyPlace.File(file.toString()),
                            Optional.empty(),
                            PIN.getBytes(StandardCharsets.UTF_8),
                            picture,
                            "CLI:test"));
            return ((AddSeal.Outcome.Added) outcome).seal();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a token at somebody's desk the agency's seal, from now on; gives what is on the token. */
    DevIdentity addAtDesk(String code, String name) {
        DevIdentity identity = pki.sealOf(code, name, Fate.GOOD);
        AddSeal.Wanted wanted = new AddSeal.Wanted(
                trays.agency(code),
                trays.now(),
                new KeyPlace.Desk(),
                Optional.empty(),
                new byte[0],
                Optional.empty(),
                "CLI:test");
        SealCertificate certificate = SealCertificate.of(Pkcs12SigningKey.of(identity.key(), identity.chain()));
        AddSeal.Outcome outcome = trays.console.part(AddSeal.class).add(wanted, certificate);
        if (outcome instanceof AddSeal.Outcome.Added) {
            return identity;
        }
        throw new IllegalStateException("seal at a desk: " + outcome);
    }

    @Override
    public void close() {
        trays.close();
    }
}
