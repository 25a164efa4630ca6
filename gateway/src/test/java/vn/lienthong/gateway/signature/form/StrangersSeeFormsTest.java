package vn.lienthong.gateway.signature.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.signature.Programs;

/** Officer, seal and stamp on one letter, seen by programs that we did not write. */
class StrangersSeeFormsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void signed() throws Exception {
        Files.write(folder.resolve("s.pdf"), FormFixture.thrice(LetterOfDecree30.make()));
        Files.write(folder.resolve("a.pdf"), FormFixture.thrice(ArchivalLetter.make(2, false)));
    }

    @Test
    void pdfsigSeesThreeSignaturesAndTheLastOverTheTotal() throws Exception {
        String said = Programs.run(folder, "pdfsig", "-nocert", "s.pdf");

        assertThat(said.split("Signature is Valid", -1)).as(said).hasSize(4);
        assertThat(said.split("- Total document signed", -1)).as(said).hasSize(2);
    }

    /** To it a later signature is an edit like any other, also where no page shows it. */
    @Test
    void mutoolFindsEachValidAndNothingAfterTheLast() throws Exception {
        String said = Programs.run(folder, "mutool", "sign", "-v", "s.pdf");

        assertThat(said.split("signature is valid but there have been edits", -1))
                .as(said)
                .hasSize(3);
        assertThat(said.split("unchanged since signing", -1)).as(said).hasSize(2);
        assertThat(said).contains("exit 0");
    }

    @Test
    void qpdfFindsNothingToRepair() throws Exception {
        assertThat(Programs.run(folder, "qpdf", "--check", "s.pdf"))
                .contains("exit 0")
                .doesNotContain("WARNING");
    }

    @Test
    void verapdfStillFindsAFileForArchives() throws Exception {
        assertThat(Programs.run(folder, "verapdf", "-f", "2b", "--format", "text", "a.pdf"))
                .contains("PASS");
    }
}
