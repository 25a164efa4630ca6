package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Test
    void theDoctorTellsOfFilesThatAreGoneAndCertificatesThatEnd(@TempDir Path folder) throws IOException {
        AgencySeal seal = seal(Optional.empty());
        assertThat(examined(seal, NOW).state()).as("its file is not there").isEqualTo(Diagnosis.State.DOUBTFUL);
        Path file = Files.writeString(folder.resolve("seal.p12"), "key");
        AgencySeal there = new AgencySeal(
                seal.id(),
                seal.agency(),
                seal.from(),
                seal.to(),
                new KeyPlace.File(file.toString()),
                seal.secretFile(),
                seal.certificate(),
                seal.addedBy());
        Instant end = seal.certificate().facts().validTo();
        assertThat(examined(there, NOW).state()).isEqualTo(Diagnosis.State.GOOD);
        assertThat(examined(there, end.minusSeconds(3600)).found()).contains("sắp hết hạn");
        assertThat(examined(there, end.plusSeconds(1)).found()).contains("đã hết hạn");
        assertThat(SealExamination.examine(new Listed(List.of(seal(Optional.of(NOW)))), NOW))
                .isEmpty();
    }

    private static Diagnosis examined(AgencySeal seal, Instant now) {
        return SealExamination.examine(new Listed(List.of(seal)), now).getFirst();
    }

    private record Listed(List<AgencySeal> all) implements AgencySeals {
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
        public boolean end(SealId id, Instant at) {
            return false;
        }
    }
}
