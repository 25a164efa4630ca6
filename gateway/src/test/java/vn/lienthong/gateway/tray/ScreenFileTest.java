package vn.lienthong.gateway.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.memory.InMemoryStores;

final class ScreenFileTest {

    private final Vault vault = new InMemoryStores().vault();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "a.pdf,      %PDF-1.7 x,     true,  -",
                "A.PDF,      junk %PDF-1.4,  true,  -",
                "a.pdf,      chữ thường,     true,  NOT_PDF",
                "a.pdf,      chữ thường,     false, NOT_PDF",
                "a.pdf,      '',             true,  EMPTY",
                "b.txt,      '',             false, EMPTY",
                "a.docx,     PK,             true,  MAIN_NOT_PDF",
                "a.docx,     PK,             false, -",
                "khong-duoi, PK,             false, -",
                "a.pdf.EXE,  %PDF-1.7,       true,  PROGRAM",
                "a.mjs,      alert(),        false, PROGRAM"
            })
    void objectsToWhatNobodyCouldRead(String name, String content, boolean main, ScreenFile.Objection objection)
            throws IOException {
        DraftFile file = new DraftFile(name, keep(content));
        assertThat(new ScreenFile(vault).object(file, main)).isEqualTo(Optional.ofNullable(objection));
    }

    private StoredBytes keep(String content) throws IOException {
        try (Spool spool = vault.open()) {
            spool.write(content.getBytes(StandardCharsets.UTF_8));
            return spool.keep();
        }
    }
}
