package vn.lienthong.gateway.lasting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.FileVerifier;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.file.FileVerifiers;
import vn.lienthong.gateway.signature.form.FormKind;
import vn.lienthong.gateway.signature.form.FormSettings;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.making.PrepareFile;
import vn.lienthong.gateway.signature.making.PreparedFile;
import vn.lienthong.gateway.signature.making.SignatureForm;
import vn.lienthong.gateway.signature.path.Revocations;

/** Every form that nothing takes further later has its timestamp where the authority answers at once, and waits for none. */
class ProveBrieflyTest {

    private static final AgencyId AGENCY = Sketch.id("xa");
    private static final BeginLasting.Rule LT = (agency, kind) -> new LastingRule(LastingLevel.LT, false);

    private final LastingDesk desk = new LastingDesk();
    private final ExecutorService calls = Executors.newCachedThreadPool();
    private final SigningKey key = DevTrust.key(desk.seal);

    @AfterEach
    void stop() {
        calls.shutdownNow();
    }

    private ProveBriefly.Proof proof(BeginLasting.Rule rule, Duration within) {
        return new ProveBriefly(
                        desk.requesting, rule, new WaitBriefly(within, calls, desk.clock), this::alone, desk.clock)
                .of(AGENCY, FormKind.AGENCY_SEAL);
    }

    private static SignedFile content(SignatureForm form) {
        String text = form == SignatureForm.XADES ? "<ho-so><so>12</so></ho-so>" : "số liệu";
        return SignedFile.of(
                form == SignatureForm.XADES ? "ho-so.xml" : "so-lieu.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    private SignedFile signed(SignatureForm form, ProveBriefly.Proof proof) throws SigningException, IOException {
        PreparedFile prepared = new PrepareFile(
                        key,
                        SignatureAlgorithm.forNew(key, FormSettings.standard().rsa()),
                        proof,
                        FormSettings.standard())
                .prepare(form, List.of(content(form)), desk.clock.instant());
        byte[] value = key.sign(prepared.toBeSigned(), prepared.algorithm());
        String name =
                switch (form) {
                    case XADES -> "ho-so.xml";
                    case ASIC_E -> "goi.asice";
                    case CADES -> "so-lieu.p7m";
                    default -> "so-lieu.p7s";
                };
        return SignedFile.of(name, prepared.complete(value));
    }

    private FileVerifier alone() {
        return FileVerifiers.of(DevTrust.stores(desk.pki), Revocations.none(), ValidationPolicy.standard());
    }

    private void check(SignatureForm form, SignedFile made, LastingLevel level) throws IOException, SigningException {
        List<SignedFile> beside = form == SignatureForm.CADES_DETACHED ? List.of(content(form)) : List.of();
        new CheckLevel(alone(), level).check(made, beside, desk.clock.instant());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PADES")
    void itIsThereAndCounts(SignatureForm form) throws Exception {
        ProveBriefly.Proof proof = proof(LT, Duration.ofSeconds(30));
        SignedFile made = signed(form, proof);
        assertThat(proof.level()).isEqualTo(LastingLevel.T);
        check(form, made, LastingLevel.T);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PADES")
    void whereNobodyAnswersOrNoneIsWantedItStaysAsItIs(SignatureForm form) throws Exception {
        ProveBriefly.Proof unwanted = proof((agency, kind) -> LastingRule.NONE, Duration.ofSeconds(30));
        check(form, signed(form, unwanted), LastingLevel.B);
        assertThat(desk.calls).isZero();
        desk.away = true;
        ProveBriefly.Proof away = proof(LT, Duration.ofSeconds(30));
        check(form, signed(form, away), LastingLevel.B);
        desk.away = false;
        desk.slow = 60_000;
        ProveBriefly.Proof slow = proof(LT, Duration.ofMillis(50));
        check(form, signed(form, slow), LastingLevel.B);
        assertThat(List.of(away, slow, unwanted))
                .extracting(ProveBriefly.Proof::level)
                .containsOnly(LastingLevel.B);
    }
}
