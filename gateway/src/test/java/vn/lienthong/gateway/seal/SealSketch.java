package vn.lienthong.gateway.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.evidence.RequestTimestamp;
import vn.lienthong.gateway.lasting.LastingRule;
import vn.lienthong.gateway.lasting.ProveBriefly;
import vn.lienthong.gateway.lasting.WaitBriefly;
import vn.lienthong.gateway.signature.key.Pkcs12SigningKey;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.SealCertificate;
import vn.lienthong.gateway.signature.path.SealTrust;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.gateway.signature.path.TrustStore;
import vn.lienthong.gateway.signature.path.TrustStores;

/** Seals with keys of the development PKI. */
public final class SealSketch {

    public static final Instant NOW = Instant.parse("2026-11-02T03:00:00Z");
    public static final DevelopmentPki PKI = DevelopmentPki.create(new DevelopmentPki.Settings(
            NOW.minusSeconds(3600), URI.create("http://127.0.0.1:9"), KeyAlgorithm.EC_P256));
    public static final String PIN = "mật khẩu 1";

    private SealSketch() {}

    /** Trusts the authorities of {@link #PKI}. */
    public static SealTrust trust(Revocations revocations) {
        TrustStores stores = TrustStores.of(new TrustStore(
                TrustBranch.GOVERNMENT,
                List.of(PKI.root(Branch.GOVERNMENT)),
                List.of(PKI.issuingCa(Branch.GOVERNMENT))));
        return new SealTrust(() -> stores, revocations);
    }

    /** Asks no authority: what is signed stays as it is. */
    public static ProveBriefly unproven(Clock clock) {
        RequestTimestamp nobody = new RequestTimestamp(
                List.of(),
                () -> {
                    throw new IllegalStateException("no authority");
                },
                new SecureRandom(),
                clock);
        return new ProveBriefly(
                nobody,
                (agency, kind) -> LastingRule.NONE,
                new WaitBriefly(Duration.ZERO, ForkJoinPool.commonPool(), clock),
                () -> {
                    throw new IllegalStateException("nothing to look at");
                },
                clock);
    }

    public static DevIdentity identity(String code, Fate fate) {
        return PKI.sealOf(code, "UBND xã " + code, fate);
    }

    public static Path file(Path folder, DevIdentity identity) {
        try {
            Path file = Files.write(folder.resolve(UUID.randomUUID() + ".p12"), identity.pkcs12(PIN.toCharArray()));
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SealCertificate certificate(String code) {
        DevIdentity identity = identity(code, Fate.GOOD);
        return SealCertificate.of(Pkcs12SigningKey.of(identity.key(), identity.chain()));
    }

    /** One whose key is nowhere. */
    public static AgencySeal seal(int number, AgencyId agency, Instant from) {
        return new AgencySeal(
                new SealId(new UUID(3, number)),
                agency,
                from,
                Optional.empty(),
                new KeyPlace.File("/srv/seal.p12"),
                Optional.empty(),
                certificate("H57.25"),
                "CLI:root");
    }
}
