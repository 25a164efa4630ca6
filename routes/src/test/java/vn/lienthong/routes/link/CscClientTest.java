package vn.lienthong.routes.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.routes.link.CscService.CLIENT;
import static vn.lienthong.routes.link.CscService.CREDENTIAL;
import static vn.lienthong.routes.link.CscService.PIN;
import static vn.lienthong.routes.link.CscService.SECRET;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.gateway.seal.OpenKeys;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.form.AgencySealForm;
import vn.lienthong.gateway.signature.form.FormKind;
import vn.lienthong.gateway.signature.form.FormSettings;
import vn.lienthong.gateway.signature.form.Places;
import vn.lienthong.gateway.signature.form.SignVisibly;
import vn.lienthong.gateway.signature.key.RsaPadding;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.Signed;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.path.RevocationAnswer;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.gateway.signature.path.TrustStore;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.pdf.PdfBytes;
import vn.lienthong.gateway.signature.pdf.PdfLimits;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;

/** The whole way to a signing service and back. */
class CscClientTest {
    private static final DevelopmentPki PKI = pki();
    private static final DevIdentity SEAL = PKI.sealOf("H57.25", "UBND xã", Fate.GOOD);
    private static final List<byte[]> TEXTS = List.of(text("một"), text("hai"), text("ba"), text("bốn"));

    @SuppressWarnings("NullAway.Init")
    private CscService service;

    @SuppressWarnings("NullAway.Init")
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private SigningServices services;

    private static DevelopmentPki pki() {
        return DevelopmentPki.create(new DevelopmentPki.Settings(
                Instant.now().minusSeconds(3600), URI.create("http://127.0.0.1:9"), KeyAlgorithm.RSA_2048));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @BeforeEach
    void start() throws IOException {
        service = new CscService(SEAL);
        services = new SigningServices(new OutboundHttp(OutboundSettings.demo()), PATIENCE);
    }

    @AfterEach
    void stop() throws IOException {
        services.close();
        service.close();
    }

    private SigningKey open(String secret) throws SigningException {
        KeyPlace place = new KeyPlace.Remote(service.address().toString(), CREDENTIAL, CLIENT);
        return new OpenKeys(services).open(place, text(secret));
    }

    @Test
    void severalAreSignedUnderOneAuthorisationForTheseVeryDigests() throws Exception {
        SigningKey key = open(SECRET + " " + PIN);
        assertThat(key.certificate()).isEqualTo(SEAL.chain().getFirst());
        assertThat(key.chain()).isEqualTo(SEAL.chain());
        assertThat(key.signAll(TEXTS, SignatureAlgorithm.RSA_SHA256))
                .hasSize(4)
                .allMatch(Signed.Value.class::isInstance);
        assertThat(service.calls)
                .as("three are allowed at once")
                .containsExactly(
                        "oauth2/token",
                        "credentials/info",
                        "credentials/authorize",
                        "signatures/signHash",
                        "1.2.840.113549.1.1.1",
                        "credentials/authorize",
                        "signatures/signHash",
                        "1.2.840.113549.1.1.1");
    }

    @Test
    void pssIsAskedForByName() throws Exception {
        assertThat(open(SECRET + " " + PIN).sign(TEXTS.getFirst(), SignatureAlgorithm.RSA_PSS_SHA256))
                .isNotEmpty();
        assertThat(service.calls).last().isEqualTo("1.2.840.113549.1.1.10");
    }

    @Test
    void aLetterSealedFarAwayPassesOurVerifier() throws Exception {
        OfficialLetter letter = OfficialLetter.of("UBND xã", "12/UBND", "Ký từ xa", Instant.now());
        byte[] pdf = new MakeOfficialLetter().make(letter);
        FormSettings standard = FormSettings.standard();
        for (RsaPadding padding : RsaPadding.values()) {
            FormSettings settings =
                    new FormSettings(standard.limits(), standard.maximumBytes(), standard.maximumPages(), padding);
            AgencySealForm form =
                    new AgencySealForm(Optional.empty(), "UBND xã", Places.suggest(pdf, FormKind.AGENCY_SEAL));
            byte[] sealed = new SignVisibly(settings)
                    .sign(
                            pdf,
                            open(SECRET + " " + PIN),
                            form,
                            SignatureDetails.of("UBND xã", "Đóng dấu", Instant.now()));
            SignatureReport report = verifier().verify("thư.pdf", PdfBytes.of(sealed), Instant.now());
            assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
            assertThat(report.verdicts()
                            .getFirst()
                            .facts()
                            .algorithms()
                            .signature()
                            .contains("PSS"))
                    .as(padding + ": " + report.verdicts().getFirst().facts().algorithms())
                    .isEqualTo(padding == RsaPadding.PSS);
        }
    }

    private static VerifyPdf verifier() {
        TrustStores stores = TrustStores.of(new TrustStore(
                TrustBranch.GOVERNMENT,
                List.of(PKI.root(Branch.GOVERNMENT)),
                List.of(PKI.issuingCa(Branch.GOVERNMENT))));
        Instant now = Instant.now();
        return new VerifyPdf(
                stores,
                (certificate, issuer, at) -> new RevocationAnswer.Good("CRL", now, now.plusSeconds(60)),
                ValidationPolicy.standard(),
                PdfLimits.standard());
    }

    @Test
    void aLoginThatEndedIsMadeAnew() throws Exception {
        SigningKey key = open(SECRET + " " + PIN);
        service.endLogins();
        assertThat(key.sign(TEXTS.getFirst(), SignatureAlgorithm.RSA_SHA256)).isNotEmpty();
        assertThat(service.calls).filteredOn("oauth2/token"::equals).hasSize(2);
    }

    @Test
    void wrongSecretsAreToldApart() throws Exception {
        assertThatThrownBy(() -> open("sai " + PIN))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("invalid_client")
                .hasMessageNotContaining("sai");
        assertThatThrownBy(() -> open(SECRET))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("invalid_client");
        SigningKey key = open(SECRET + " 111111");
        assertThatThrownBy(() -> key.sign(TEXTS.getFirst(), SignatureAlgorithm.RSA_SHA256))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("invalid_pin")
                .hasMessageNotContaining("111111");
    }

    @Test
    void aPinIsProvenBySigning() throws Exception {
        KeyPlace place = new KeyPlace.Remote(service.address().toString(), CREDENTIAL, CLIENT);
        OpenKeys keys = new OpenKeys(services);
        assertThat(keys.proven(place, text(SECRET + " " + PIN)).certificate())
                .isEqualTo(SEAL.chain().getFirst());
        assertThatThrownBy(() -> keys.proven(place, text(SECRET + " 111111"))).hasMessageContaining("invalid_pin");
    }

    @Test
    void keysThatCannotBeUsedUnattendedSayWhy() {
        service.info.put("mode", "oauth2code");
        assertThatThrownBy(() -> open(SECRET + " " + PIN)).hasMessageContaining("by a person each time");
        service.info.put("mode", "explicit");
        service.info.put("type", "OTP");
        assertThatThrownBy(() -> open(SECRET + " " + PIN)).hasMessageContaining("by a person each time");
        service.info.put("type", "Password");
        service.info.put("key", "disabled");
        assertThatThrownBy(() -> open(SECRET + " " + PIN)).hasMessageContaining("disabled (expected: enabled)");
        service.info.put("key", "enabled");
        service.info.put("cert", "revoked");
        assertThatThrownBy(() -> open(SECRET + " " + PIN)).hasMessageContaining("revoked (expected: valid)");
    }

    @Test
    void nothingIsSentWhereTheGatewayMayNotGo() throws IOException {
        try (SigningServices strict = new SigningServices(new OutboundHttp(OutboundSettings.defaults()), PATIENCE)) {
            assertThatThrownBy(() -> new OpenKeys(strict)
                            .open(new KeyPlace.Remote(service.address().toString(), CREDENTIAL, CLIENT), text(SECRET)))
                    .isInstanceOf(SigningException.class)
                    .hasMessageContaining("expected: https");
        }
        assertThat(service.calls).isEmpty();
    }

    @Test
    void allCallsTogetherHaveOneDeadline() throws IOException {
        service.pause = Duration.ofMillis(200);
        Duration lessThanTwoCalls = Duration.ofMillis(300);
        try (SigningServices hasty = new SigningServices(new OutboundHttp(OutboundSettings.demo()), lessThanTwoCalls)) {
            assertThatThrownBy(() -> new OpenKeys(hasty)
                            .open(
                                    new KeyPlace.Remote(service.address().toString(), CREDENTIAL, CLIENT),
                                    text(SECRET + " " + PIN)))
                    .isInstanceOf(SigningException.class)
                    .hasMessageContaining("not complete");
        }
    }

    @Test
    void aServiceThatIsGoneIsSaidToBe() {
        service.close();
        assertThatThrownBy(() -> open(SECRET + " " + PIN))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("CSC 127.0.0.1 oauth2/token");
    }
}
