package vn.lienthong.gateway.signature.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.gateway.signature.Programs;

/** Officer, seal, stamp and copy on pages of every kind, seen by programs that we did not write. */
@Tag("ci")
class StrangersSeeFormsTest {
    private static final int SIGNATURES = 4;

    @TempDir
    Path folder;

    static Stream<Arguments> pages() {
        return ApprovedPagesTest.pages();
    }

    private void sign(byte[] letter) throws Exception {
        byte[] signed = FormFixture.sign(FormFixture.thrice(letter), FormFixture.SEAL, FormFixture.copy());
        Files.write(folder.resolve("s.pdf"), signed);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void structureAndSignaturesAreSound(String name, byte[] letter) throws Exception {
        sign(letter);

        assertThat(Programs.run(folder, "qpdf", "--check", "s.pdf"))
                .contains("exit 0")
                .doesNotContain("WARNING");
        String said = Programs.run(folder, "pdfsig", "-nocert", "s.pdf");
        assertThat(said.split("Signature is Valid", -1)).as(said).hasSize(SIGNATURES + 1);
        assertThat(said.split("- Total document signed", -1)).as(said).hasSize(2);
    }

    /** To it a later signature is an edit like any other, also where no page shows it. */
    @Test
    void mutoolFindsEachValidAndNothingAfterTheLast() throws Exception {
        sign(LetterOfDecree30.make());
        String said = Programs.run(folder, "mutool", "sign", "-v", "s.pdf");

        assertThat(said.split("signature is valid but there have been edits", -1))
                .as(said)
                .hasSize(SIGNATURES);
        assertThat(said.split("unchanged since signing", -1)).as(said).hasSize(2);
        assertThat(said).contains("exit 0");
    }
}
