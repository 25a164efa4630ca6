package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.seal.AgencySeal;
import vn.lienthong.gateway.seal.AgencySeals;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.gateway.seal.SealId;
import vn.lienthong.gateway.signature.key.Pkcs12SigningKey;
import vn.lienthong.gateway.signature.path.SealCertificate;

/** {@code serve} does not start with a seal that anybody can make. */
class DemoSealsTest {

    private static final Instant NOW = Instant.parse("2026-11-02T03:00:00Z");

    private static AgencySeal seal(Optional<Instant> to) {
        DevIdentity identity = DevelopmentPki.create(new DevelopmentPki.Settings(
                        NOW.minusSeconds(60), URI.create("http://127.0.0.1:9"), KeyAlgorithm.EC_P256))
                .sealOf("H57", "UBND thành phố Huế", Fate.GOOD);
        return new AgencySeal(
                new SealId(new UUID(1, 1)),
                new AgencyId(new UUID(1, 2)),
                NOW.minusSeconds(30),
                to,
                new KeyPlace.File("/demo/seal.p12"),
                Optional.empty(),
                SealCertificate.of(Pkcs12SigningKey.of(identity.key(), identity.chain())),
                "CLI:demo");
    }

    private static Optional<String> refusal(AgencySeal... seals) {
        return new SealWiring()
                .noDevelopmentSeals(new Listed(List.of(seals)), Clock.fixed(NOW, ZoneOffset.UTC))
                .refusal();
    }

    @Test
    void aDevelopmentSealInForceKeepsTheDoorsShut() {
        assertThat(refusal(seal(Optional.empty())).orElseThrow())
                .contains("DEV ONLY")
                .contains("H57")
                .contains("admin seal end");
        assertThat(refusal(seal(Optional.of(NOW)))).as("ended").isEmpty();
        assertThat(refusal()).isEmpty();
    }

    /** The same, as if an authority that is none of ours had made it. */
    private static AgencySeal genuine(AgencySeal seal, KeyPlace place) {
        SealCertificate certificate = seal.certificate();
        return new AgencySeal(
                seal.id(),
                seal.agency(),
                seal.from(),
                seal.to(),
                place,
                seal.secretFile(),
                new SealCertificate(certificate.base64(), certificate.facts(), false, certificate.signsDocuments()),
                seal.addedBy());
    }

    @Test
    void theDoctorTellsOfWhatKeepsServeShutAndOfWhatIsRevoked() {
        AgencySeal development = seal(Optional.empty());
        assertThat(examined(development, NOW).state()).isEqualTo(Diagnosis.State.WRONG);
        assertThat(examined(development, NOW).found()).contains("DEV ONLY");
        AgencySeal atDesk = genuine(development, new KeyPlace.Desk());
        assertThat(examined(atDesk, NOW).state()).as("nothing to open").isEqualTo(Diagnosis.State.GOOD);
        Diagnosis revoked = SealExamination.examine(
                        new Listed(List.of(atDesk)), certificate -> Optional.of(NOW.minusSeconds(60)), NOW)
                .getFirst();
        assertThat(revoked.state()).isEqualTo(Diagnosis.State.DOUBTFUL);
        assertThat(revoked.found()).contains("bị thu hồi từ 02/11/2026");
    }

    @Test
    void theDoctorTellsOfFilesThatAreGoneAndCertificatesThatEnd(@TempDir Path folder) throws IOException {
        AgencySeal seal = genuine(seal(Optional.empty()), new KeyPlace.File("/demo/seal.p12"));
        assertThat(examined(seal, NOW).state()).as("its file is not there").isEqualTo(Diagnosis.State.DOUBTFUL);
        Path file = Files.writeString(folder.resolve("seal.p12"), "key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        AgencySeal there = genuine(seal, new KeyPlace.File(file.toString()));
        Instant end = seal.certificate().facts().validTo();
        assertThat(examined(there, NOW).found())
                .contains("mở cho tài khoản khác")
                .contains("rw-r--r--");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(examined(there, NOW).state()).isEqualTo(Diagnosis.State.GOOD);
        Listed refused = new Listed(List.of(there), Optional.of(Sha256.of(new byte[] {1})));
        assertThat(SealExamination.examine(refused, certificate -> Optional.empty(), NOW)
                        .getFirst()
                        .todo())
                .contains("admin seal try");
        assertThat(examined(there, end.minusSeconds(3600)).found()).contains("sắp hết hạn");
        assertThat(examined(there, end.plusSeconds(1)).found()).contains("đã hết hạn");
        assertThat(SealExamination.examine(
                        new Listed(List.of(seal(Optional.of(NOW)))), certificate -> Optional.empty(), NOW))
                .isEmpty();
    }

    private static Diagnosis examined(AgencySeal seal, Instant now) {
        return SealExamination.examine(new Listed(List.of(seal)), certificate -> Optional.empty(), now)
                .getFirst();
    }

    private record Listed(List<AgencySeal> all, Optional<Sha256> wrong) implements AgencySeals {
        Listed(List<AgencySeal> all) {
            this(all, Optional.empty());
        }

        @Override
        public boolean add(AgencySeal seal, Extras extras) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<AgencySeal> of(AgencyId agency, Instant at) {
            return Optional.empty();
        }

        @Override
        public Optional<AgencySeal> find(SealId id) {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> secret(SealId id) {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> picture(SealId id) {
            return Optional.empty();
        }

        @Override
        public Optional<Sha256> refused(SealId id) {
            return wrong;
        }

        @Override
        public void refuse(SealId id, Sha256 secret, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void letTry(SealId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean end(SealId id, Instant at) {
            return false;
        }
    }
}
