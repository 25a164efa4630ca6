package vn.lienthong.gateway.signature.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.pdf.SignPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;

/** veraPDF finds a file for archives before it is signed, and still one after each of our forms; and no claim that was not there. */
@Tag("ci")
class StaysArchivalTest {
    private static byte[] signedInEveryForm(byte[] letter) throws Exception {
        byte[] stamped = FormFixture.thrice(letter);
        byte[] copied = FormFixture.sign(stamped, FormFixture.SEAL, FormFixture.copy());
        byte[] framed = FormFixture.sign(
                copied,
                FormFixture.SEAL,
                new AgencySealForm(Optional.empty(), DevTrust.AGENCY, new Place(1, 30, 120, 36, 36)));
        return new SignPdf()
                .sign(framed, FormFixture.OFFICER, new SignatureDetails("Người ký", "Không hiện", DevTrust.NOW, 8192));
    }

    @ParameterizedTest
    @CsvSource({"1, B, true", "1, B, false", "2, B, true", "2, B, false", "2, U, true", "3, B, true", "3, B, false"})
    void aFileForArchivesStaysOne(int part, String level, boolean intent) throws Exception {
        String flavour = part + level.toLowerCase(java.util.Locale.ROOT);
        byte[] letter = ArchivalLetter.make(part, level, intent);
        byte[] signed = signedInEveryForm(letter);

        assertThat(ArchivalJudge.failures(letter, flavour)).as("before").isEmpty();
        assertThat(ArchivalJudge.failures(signed, flavour)).as("after").isEmpty();
        assertThat(ArchivalJudge.claimed(signed)).isEqualTo(flavour);
    }

    @Test
    void whatIsNoFileForArchivesDoesNotClaimToBeOne() throws Exception {
        byte[] letter = LetterOfDecree30.make();
        byte[] signed = signedInEveryForm(letter);

        assertThat(ArchivalJudge.claimed(letter)).isEqualTo("none");
        assertThat(ArchivalJudge.claimed(signed)).isEqualTo("none");
        assertThat(ArchivalJudge.failures(signed, "2b")).isNotEmpty();
    }

    /** The judge does see a half transparent picture where part 1 forbids it (ISO 19005-1 §6.4). */
    @Test
    void aPictureThatShinesThroughIsSeenWherePartOneForbidsIt() throws Exception {
        byte[] signed = FormFixture.thrice(ArchivalLetter.make(2, true));

        assertThat(ArchivalJudge.failures(signed, "2b")).isEmpty();
        assertThat(ArchivalJudge.failures(signed, "1b")).anyMatch(failure -> failure.startsWith("6.4"));
    }
}
