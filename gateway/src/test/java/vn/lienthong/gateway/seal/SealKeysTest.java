package vn.lienthong.gateway.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.gateway.seal.SealSketch.NOW;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.InMemoryAccessEvents;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.reception.SketchedAgencies;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.path.RevocationAnswer;
import vn.lienthong.gateway.signature.path.SealTrust;

/** A key becomes a seal, is opened once, and is used as long as it is the seal. */
class SealKeysTest {

    private static final AgencyId WARD = Sketch.id("ward");
    private static final String CODE = "H57.25";
    private static final OpenKeys OPEN = OpenKeys.local();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private final InMemoryAgencySeals seals = new InMemoryAgencySeals();
    private final InMemoryAccessEvents journal = new InMemoryAccessEvents();
    private final List<String> revoked = new ArrayList<>();
    private final SealTrust trust = SealSketch.trust((certificate, issuer, at) ->
            revoked.contains(certificate.getSubjectX500Principal().getName())
                    ? new RevocationAnswer.Revoked(NOW.minusSeconds(60), "KEY_COMPROMISE", "CRL", NOW)
                    : new RevocationAnswer.Good("CRL", NOW, NOW.plusSeconds(60)));
    private final SealKeys keys = new SealKeys(seals, trust, OPEN, true);

    private final AddSeal adding = new AddSeal(
            seals,
            trust,
            OPEN,
            new SketchedAgencies(new Sketch()
                    .agency("ward", "2025-07-01", "")
                    .code(CODE, "ward", "2025-07-01", "")
                    .directory()),
            journal,
            UUID::randomUUID,
            Clock.fixed(NOW, ZoneOffset.UTC));

    private AddSeal.Outcome add(Path file, String pin) {
        return adding.add(new AddSeal.Wanted(
                WARD,
                NOW,
                new KeyPlace.File(file.toString()),
                Optional.empty(),
                pin.getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                "CLI:root"));
    }

    private static Path good() {
        return SealSketch.file(folder, SealSketch.identity(CODE, Fate.GOOD));
    }

    private static AgencySeal added(AddSeal.Outcome outcome) {
        assertThat(outcome).isInstanceOf(AddSeal.Outcome.Added.class);
        return ((AddSeal.Outcome.Added) outcome).seal();
    }

    private static String refused(AddSeal.Outcome outcome) {
        assertThat(outcome).isInstanceOf(AddSeal.Outcome.Refused.class);
        return ((AddSeal.Outcome.Refused) outcome).why();
    }

    @Test
    void aKeyIsOpenedOnceAndAnotherSealTakesOver() throws Exception {
        AgencySeal seal = added(add(good(), SealSketch.PIN));
        SealKeys.Opened opened = keys.of(WARD, NOW).orElseThrow();
        assertThat(opened.seal()).isEqualTo(seal);
        assertThat(keys.of(WARD, NOW).orElseThrow().key()).as("one login").isSameAs(opened.key());
        keys.lost(WARD, new SigningException("gone", null), NOW);
        assertThat(keys.of(WARD, NOW).orElseThrow().key()).isNotSameAs(opened.key());
        assertThat(keys.of(Sketch.id("other"), NOW)).isEmpty();
        seals.end(seal.id(), NOW.plusSeconds(1));
        assertThat(keys.of(WARD, NOW.plusSeconds(1))).as("without a restart").isEmpty();
        assertThat(journal.latest(10)).extracting(AccessEvent::name).containsExactly(AccessAct.SEAL_ADDED.name());
        assertThat(journal.latest(1).getFirst().detail()).doesNotContain(SealSketch.PIN);
    }

    @Test
    void whatCannotSealIsRefusedWithTheReason() throws IOException {
        assertThat(refused(add(good(), "sai"))).contains("its password");
        assertThat(refused(add(folder.resolve("nowhere.p12"), SealSketch.PIN))).contains("NoSuchFile");
        assertThat(refused(add(Files.writeString(folder.resolve("text.p12"), "none"), SealSketch.PIN)))
                .contains("PKCS#12");
        assertThat(refused(add(SealSketch.file(folder, SealSketch.identity(CODE, Fate.EXPIRED)), SealSketch.PIN)))
                .contains("đang có hiệu lực");
        assertThat(refused(add(SealSketch.file(folder, SealSketch.identity(CODE, Fate.WRONG_USAGE)), SealSketch.PIN)))
                .contains("digitalSignature");
        assertThat(seals.all()).isEmpty();
        assertThat(journal.latest(10)).isEmpty();
    }

    @Test
    void anotherAgencysCertificateIsToldOf() {
        AddSeal.Outcome outcome = add(SealSketch.file(folder, SealSketch.identity("G22", Fate.GOOD)), SealSketch.PIN);
        assertThat(((AddSeal.Outcome.Added) outcome).warnings())
                .anySatisfy(warning -> assertThat(warning).contains("G22"))
                .anySatisfy(warning -> assertThat(warning).contains("DEV ONLY"));
        AddSeal.Outcome own = adding.add(new AddSeal.Wanted(
                WARD,
                NOW.plusSeconds(5),
                new KeyPlace.File(good().toString()),
                Optional.empty(),
                SealSketch.PIN.getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                "CLI:root"));
        assertThat(((AddSeal.Outcome.Added) own).warnings()).hasSize(1);
        assertThat(((AddSeal.Outcome.Added) own).before()).isPresent();
    }

    @Test
    void anotherKeyInItsPlaceIsNotTheSeal() throws IOException {
        Path file = good();
        added(add(file, SealSketch.PIN));
        Files.write(file, SealSketch.identity("G22", Fate.GOOD).pkcs12(SealSketch.PIN.toCharArray()));
        assertThatThrownBy(() -> keys.of(WARD, NOW))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("added anew");
    }

    @Test
    void developmentKeysSealInADemonstrationOnly() {
        added(add(good(), SealSketch.PIN));
        assertThatThrownBy(() -> new SealKeys(seals, trust, OPEN, false).of(WARD, NOW))
                .hasMessageContaining("DEV ONLY");
    }

    @Test
    void aSecretFileIsReadWheneverTheKeyIsOpened() throws Exception {
        Path pin = Files.writeString(folder.resolve("pin"), SealSketch.PIN + "\n");
        added(adding.add(new AddSeal.Wanted(
                WARD,
                NOW,
                new KeyPlace.File(good().toString()),
                Optional.of(pin.toString()),
                SealSketch.PIN.getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                "CLI:root")));
        assertThat(seals.secret(seals.all().getFirst().id())).as("not kept").isEmpty();
        assertThat(keys.of(WARD, NOW)).isPresent();
        keys.lost(WARD, new SigningException("gone", null), NOW);
        Files.delete(pin);
        assertThatThrownBy(() -> keys.of(WARD, NOW))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("pin");
    }

    @Test
    void aKeyThatNoRootReachesIsToldOf() {
        AddSeal.Outcome outcome =
                add(SealSketch.file(folder, SealSketch.identity(CODE, Fate.UNTRUSTED)), SealSketch.PIN);
        assertThat(((AddSeal.Outcome.Added) outcome).warnings())
                .anySatisfy(
                        warning -> assertThat(warning).contains("kho tin cậy").contains("admin trust add"));
    }

    @Test
    void aRevokedSealSealsNothing() throws IOException {
        DevIdentity identity = SealSketch.identity(CODE, Fate.GOOD);
        Path file = SealSketch.file(folder, identity);
        AgencySeal seal = added(add(file, SealSketch.PIN));
        assertThat(keys.trouble(seal, NOW)).isEmpty();
        String leaf = identity.chain().getFirst().getSubjectX500Principal().getName();
        revoked.add(leaf);
        assertThat(keys.trouble(seal, NOW)).as("said before the key is asked").contains(KeyTrouble.REVOKED);
        assertThatThrownBy(() -> keys.of(WARD, NOW))
                .hasMessageContaining("revoked since")
                .satisfies(why -> assertThat(KeyTrouble.of((Exception) why)).isEqualTo(KeyTrouble.REVOKED));
        assertThat(refused(add(file, SealSketch.PIN))).contains("bị thu hồi");
        revoked.clear();
        revoked.add(identity.chain().get(1).getSubjectX500Principal().getName());
        assertThat(keys.trouble(seal, NOW)).as("with its authority").contains(KeyTrouble.REVOKED);
        assertThat(keys.trouble(seal, NOW.minusSeconds(3000))).as("before that").isEmpty();
    }

    @Test
    void afterOneWrongPinNoNodeTriesItAgain() throws Exception {
        AgencySeal seal = added(add(good(), SealSketch.PIN));
        SealKeys otherNode = new SealKeys(seals, trust, OPEN, true);
        assertThat(otherNode.of(WARD, NOW)).isPresent();
        keys.of(WARD, NOW);
        keys.lost(WARD, new SigningException("gone", null), NOW);
        assertThat(seals.refused(seal.id())).as("no wrong PIN").isEmpty();
        keys.of(WARD, NOW);
        keys.lost(WARD, new SigningException("login: CKR_PIN_INCORRECT", null), NOW);
        for (SealKeys node : List.of(keys, otherNode, new SealKeys(seals, trust, OPEN, true))) {
            assertThatThrownBy(() -> node.of(WARD, NOW))
                    .hasMessageContaining("admin seal try")
                    .satisfies(why -> assertThat(KeyTrouble.of((Exception) why)).isEqualTo(KeyTrouble.WRONG_PIN));
        }
        keys.tryOnce(seal, NOW);
        assertThat(otherNode.of(WARD, NOW)).isPresent();
        assertThat(keys.of(WARD, NOW)).isPresent();
    }

    @Test
    void aTryThatDoesNotOpenForgetsNothing() throws Exception {
        Path file = good();
        AgencySeal seal = added(add(file, SealSketch.PIN));
        Sha256 wrong = Sha256.of(SealSketch.PIN.getBytes(StandardCharsets.UTF_8));
        seals.refuse(seal.id(), wrong, NOW);
        byte[] key = Files.readAllBytes(file);
        Files.delete(file);
        assertThatThrownBy(() -> keys.tryOnce(seal, NOW)).isInstanceOf(SigningException.class);
        assertThat(seals.refused(seal.id()))
                .as("not plugged in where it was tried")
                .contains(wrong);
        Files.write(file, key);
        assertThatThrownBy(() -> keys.of(WARD, NOW)).hasMessageContaining("admin seal try");
        keys.tryOnce(seal, NOW);
        assertThat(keys.of(WARD, NOW)).isPresent();
    }

    @Test
    void anotherSecretInTheFileIsTried() throws Exception {
        Path pin = Files.writeString(folder.resolve("pin-2"), "sai\n");
        AgencySeal seal = added(adding.add(new AddSeal.Wanted(
                WARD,
                NOW,
                new KeyPlace.File(good().toString()),
                Optional.of(pin.toString()),
                SealSketch.PIN.getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                "CLI:root")));
        seals.refuse(seal.id(), Sha256.of("sai".getBytes(StandardCharsets.UTF_8)), NOW);
        assertThatThrownBy(() -> keys.of(WARD, NOW)).hasMessageContaining("the PIN was wrong");
        Files.writeString(pin, SealSketch.PIN);
        assertThat(keys.of(WARD, NOW)).isPresent();
        assertThat(seals.refused(seal.id())).as("it opened").isEmpty();
    }

    @Test
    void lockedAndExpiredAreOtherTroubles() {
        assertThat(KeyTrouble.of(new SigningException("login: CKR_PIN_LOCKED", null)))
                .isEqualTo(KeyTrouble.LOCKED);
        assertThat(KeyTrouble.of(new SigningException("login: CKR_PIN_EXPIRED", null)))
                .isEqualTo(KeyTrouble.EXPIRED);
        assertThat(KeyTrouble.of(new SigningException("login: CKR_PIN_INVALID", null)))
                .isEqualTo(KeyTrouble.WRONG_PIN);
        assertThat(KeyTrouble.of(new SigningException("CKR_DEVICE_REMOVED", null)))
                .isEqualTo(KeyTrouble.OTHER);
    }

    @Test
    void filesThatOthersMayReadAreToldOf() throws IOException {
        Path file = good();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        AddSeal.Outcome outcome = add(file, SealSketch.PIN);
        assertThat(((AddSeal.Outcome.Added) outcome).warnings())
                .anySatisfy(warning -> assertThat(warning).contains(file + " mở cho tài khoản khác, rw-r-----"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        assertThat(SecretFiles.openToOthers(file)).isEmpty();
    }
}
