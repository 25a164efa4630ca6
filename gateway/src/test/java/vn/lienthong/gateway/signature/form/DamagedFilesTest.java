package vn.lienthong.gateway.signature.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;

/** Whatever is in a file: it is signed soundly, or refused as files are refused. */
@Tag("ci")
class DamagedFilesTest {
    private static final SignVisibly SIGN = new SignVisibly(FormSettings.standard());
    private static final int FILES = 400;

    @Test
    void damagedFilesAreSignedSoundlyOrRefused() throws Exception {
        byte[] letter = FormFixture.sign(
                LetterOfDecree30.make(), FormFixture.OFFICER, FormFixture.officer(LetterOfDecree30.make()));
        String text = new String(LetterOfDecree30.make(), StandardCharsets.ISO_8859_1);
        Random random = new Random(1);
        int signed = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] pdf = i % 4 == 0 ? letter.clone() : text.getBytes(StandardCharsets.ISO_8859_1);
            for (int j = 0; j <= i % 5; j++) {
                pdf[random.nextInt(pdf.length)] = (byte) "0123456789<>[]()/ R\n".charAt(random.nextInt(20));
            }
            signed += signs(pdf) ? 1 : 0;
        }
        assertThat(signed).isBetween(1, FILES - 1);
    }

    private static boolean signs(byte[] pdf) {
        try {
            Place place = Places.suggest(pdf, FormKind.INCOMING_STAMP);
            assertThat(place.page()).isEqualTo(1);
            byte[] signed = SIGN.sign(
                    pdf,
                    FormFixture.SEAL,
                    FormFixture.seal(pdf),
                    new SignatureDetails("Văn thư", "", DevTrust.NOW, 8192));
            assertThat(FormFixture.verify(signed).verdicts())
                    .allMatch(verdict -> verdict.facts().integrity() == Integrity.INTACT);
            return true;
        } catch (SigningException refused) {
            return false;
        }
    }
}
