package vn.lienthong.gateway.signature.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.pdf.PreparedPdf;
import vn.lienthong.gateway.signature.pdf.SignPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;

class SignVisiblyTest {
    private static final SignVisibly SIGN = new SignVisibly(FormSettings.standard());
    private static final SignatureDetails DETAILS = new SignatureDetails("Văn thư", "Ban hành", DevTrust.NOW, 8192);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void officerThenSealThenStampAreAllIntactAndSeenAsSignaturesOnly(boolean packed) throws Exception {
        byte[] letter =
                packed ? new MakeOfficialLetter().makePacked(FormFixture.officialLetter()) : FormFixture.letter();

        SignatureReport report = FormFixture.verify(FormFixture.thrice(letter));

        assertThat(report.allFindings()).isEmpty();
        assertThat(report.overall()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts())
                .extracting(verdict -> verdict.facts().coverage())
                .containsExactly(Coverage.WHOLE_REVISION, Coverage.WHOLE_REVISION, Coverage.WHOLE_FILE);
        assertThat(report.verdicts().getFirst().facts().changesAfter())
                .isNotEmpty()
                .allMatch(change -> change.kind() == Change.Kind.SIGNATURE_ADDED);
    }

    @Test
    void everyEarlierByteStaysAsItIs() throws Exception {
        byte[] letter = FormFixture.letter();
        byte[] signed = FormFixture.sign(letter, FormFixture.OFFICER, FormFixture.officer(letter));
        byte[] sealed = FormFixture.sign(signed, FormFixture.SEAL, FormFixture.seal(signed));

        assertThat(Arrays.copyOf(signed, letter.length)).isEqualTo(letter);
        assertThat(Arrays.copyOf(sealed, signed.length)).isEqualTo(signed);
    }

    @Test
    void theSameInputGivesTheSameBytesToSign() throws Exception {
        byte[] letter = FormFixture.letter();
        AgencySealForm form = FormFixture.seal(letter);

        assertThat(prepared(letter, form).toBeSigned())
                .isEqualTo(prepared(letter, form).toBeSigned());
    }

    private static PreparedPdf prepared(byte[] pdf, VisibleForm form) throws SigningException {
        return SIGN.prepare(pdf, FormFixture.SEAL.chain(), FormFixture.SEAL.usualAlgorithm(), form, DETAILS);
    }

    @Test
    void oneChangedByteAnywhereNeverPasses() throws Exception {
        byte[] letter = FormFixture.letter();
        byte[] sealed = FormFixture.sign(letter, FormFixture.SEAL, FormFixture.seal(letter));
        String text = new String(sealed, StandardCharsets.ISO_8859_1);
        int value = text.indexOf("/Contents <");
        int gap = value + "/Contents ".length();
        int gapEnd = text.indexOf('>', gap) + 1;
        Random random = new Random(30);
        for (int i = 0; i < 600; i++) {
            int at = random.nextInt(sealed.length - (gapEnd - gap));
            at = at < gap ? at : at + gapEnd - gap;
            byte[] changed = sealed.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));

            SignatureReport report = FormFixture.verify(changed);

            assertThat(report.overall()).as("byte %d", at).isNotEqualTo(Indication.TOTAL_PASSED);
            assertThat(report.presence()).as("byte %d", at).isNotEqualTo(Presence.UNSIGNED);
        }
    }

    @Test
    void aValueOfAnotherKeyIsNotHandedOut() throws Exception {
        byte[] letter = FormFixture.letter();
        PreparedPdf prepared = prepared(letter, FormFixture.copy());
        byte[] wrong = FormFixture.OFFICER.sign(prepared.toBeSigned(), prepared.algorithm());

        assertThatThrownBy(() -> SIGN.complete(letter, prepared, wrong, DevTrust.NOW))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("expected: SIGNED");
    }

    @Test
    void aValueForAnotherFileIsNotHandedOut() throws Exception {
        byte[] letter = FormFixture.letter();
        byte[] other = LetterOfDecree30.make();
        PreparedPdf prepared = prepared(letter, FormFixture.copy());
        byte[] value = FormFixture.SEAL.sign(prepared.toBeSigned(), prepared.algorithm());

        assertThatThrownBy(() -> SIGN.complete(other, prepared, value, DevTrust.NOW))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("earlier bytes: changed");
    }

    @Test
    void aFileWithABrokenSignatureIsNotSealedOver() throws Exception {
        byte[] signed = new SignPdf().sign(FormFixture.letter(), FormFixture.OFFICER, DETAILS);
        signed[new String(signed, StandardCharsets.ISO_8859_1).indexOf("stream") + 60] ^= 1;

        assertThatThrownBy(() -> SIGN.sign(signed, FormFixture.SEAL, FormFixture.copy(), DETAILS))
                .isInstanceOfSatisfying(RefusedToSign.class, refused -> assertThat(refused.findings())
                        .extracting(Finding::code)
                        .containsOnly(ErrorCode.SIGNATURE_FAILED));
    }

    @Test
    void aSealOnAnExpiredSignatureIsNoMatterOfForm() throws Exception {
        // The certificate was in force then and is not now: whoever receives it judges that, in the light of its time.
        byte[] signed = new SignPdf()
                .sign(
                        FormFixture.letter(),
                        FormFixture.OFFICER,
                        new SignatureDetails("A", "", DevTrust.NOW.plusSeconds(400L * 86400 * 3), 8192));

        assertThat(SIGN.screen("a.pdf", signed)).isEmpty();
    }

    @Test
    void whatIsNoPdfIsRefusedByName() {
        assertThatThrownBy(() -> SIGN.sign(new byte[] {1, 2, 3}, FormFixture.SEAL, FormFixture.copy(), DETAILS))
                .isInstanceOfSatisfying(RefusedToSign.class, refused -> assertThat(refused.findings())
                        .extracting(Finding::code)
                        .containsExactly(ErrorCode.SIGNING_FILE_DAMAGED));
    }

    @Test
    void aPageThatIsNotThereIsRefused() {
        AgencySealForm form = new AgencySealForm(Optional.empty(), DevTrust.AGENCY, new Place(7, 10, 10, 36, 36));

        assertThatThrownBy(() -> SIGN.sign(FormFixture.letter(), FormFixture.SEAL, form, DETAILS))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("page: 7 (expected: 1 to 1)");
    }

    @Test
    void picturesAreLookedAtBeforeTheyAreTaken() {
        byte[] bomb = FormFixture.SIGNATURE.bytes();
        bomb[16] = 0x7f;
        for (byte[] png : List.of(new byte[0], new byte[] {1, 2, 3}, bomb, Arrays.copyOf(bomb, 40))) {
            assertThatThrownBy(() -> Picture.png(png)).isInstanceOf(UnusablePicture.class);
        }
        assertThatThrownBy(() -> Picture.png(new byte[Picture.MOST_BYTES + 1])).isInstanceOf(UnusablePicture.class);
    }

    @Test
    void emptyOrEndlessTextIsRefusedWhenTheFormIsFilledIn() {
        assertThatThrownBy(() -> new CopyForm(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CopyForm(List.of(" \u0000\n "))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CopyForm.annexOf("1".repeat(301))).isInstanceOf(IllegalArgumentException.class);
    }
}
