package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.approval.SignerId;
import vn.lienthong.gateway.approval.SignerKey;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.gateway.signature.key.Pkcs12SigningKey;
import vn.lienthong.gateway.signature.path.SealCertificate;

/** What {@code doctor} says of officers: a key without the right, the right without a key, and the key itself. */
class SignerExaminationTest {
    private static final Instant NOW = Instant.parse("2026-11-02T03:00:00Z");
    private static final String OFFICER = "ct.anh";
    private static final SealCertificate DEVELOPMENT = certificate();

    private static SealCertificate certificate() {
        DevIdentity identity = DevelopmentPki.create(new DevelopmentPki.Settings(
                        NOW.minusSeconds(60), URI.create("http://127.0.0.1:9"), KeyAlgorithm.EC_P256))
                .official("Lê Anh", "UBND xã", "H57.25", Fate.GOOD);
        return SealCertificate.of(Pkcs12SigningKey.of(identity.key(), identity.chain()));
    }

    private static SignerKey key(KeyPlace place, SealCertificate certificate) {
        return new SignerKey(
                new SignerId(new UUID(1, 1)),
                OFFICER,
                NOW.minusSeconds(30),
                Optional.empty(),
                place,
                Optional.empty(),
                certificate,
                "CLI:root");
    }

    /** At the desk, so that there is no file to look for; made by an authority that is none of ours. */
    private static SignerKey genuine() {
        return key(
                new KeyPlace.Desk(),
                new SealCertificate(DEVELOPMENT.base64(), DEVELOPMENT.facts(), false, DEVELOPMENT.signsDocuments()));
    }

    private static Diagnosis only(SignerExamination examination) {
        List<Diagnosis> all = examination.examine(certificate -> Optional.empty(), NOW);
        assertThat(all).hasSize(1);
        assertThat(all.getFirst().what()).contains(OFFICER);
        return all.getFirst();
    }

    @Test
    void aKeyWithItsMandateIsGoodAndEitherAloneIsTold() {
        assertThat(only(new SignerExamination(List.of(genuine()), Set.of(), Set.of(OFFICER)))
                        .state())
                .isEqualTo(Diagnosis.State.GOOD);
        Diagnosis noMandate = only(new SignerExamination(List.of(genuine()), Set.of(), Set.of()));
        assertThat(noMandate.state()).isEqualTo(Diagnosis.State.DOUBTFUL);
        assertThat(noMandate.todo()).contains("admin user mandate grant " + OFFICER);
        Diagnosis noKey = only(new SignerExamination(List.of(), Set.of(), Set.of(OFFICER)));
        assertThat(noKey.state()).isEqualTo(Diagnosis.State.DOUBTFUL);
        assertThat(noKey.todo()).contains("admin signer add --user " + OFFICER);
    }

    @Test
    void whatIsWrongWithTheKeyItselfIsSaidFirst() {
        Diagnosis development =
                only(new SignerExamination(List.of(key(new KeyPlace.Desk(), DEVELOPMENT)), Set.of(), Set.of()));
        assertThat(development.state()).isEqualTo(Diagnosis.State.WRONG);
        assertThat(development.found()).contains("DEV ONLY");
        assertThat(development.todo()).contains("admin signer end");
        SignerKey key = genuine();
        assertThat(only(new SignerExamination(List.of(key), Set.of(key.id()), Set.of(OFFICER)))
                        .todo())
                .contains("admin signer try");
        SignerKey gone = key(new KeyPlace.File("/no/such.p12"), key.certificate());
        assertThat(only(new SignerExamination(List.of(gone), Set.of(), Set.of(OFFICER)))
                        .found())
                .contains("/no/such.p12");
    }
}
