package vn.lienthong.gateway.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Stores;
import vn.lienthong.gateway.memory.InMemoryStores;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;

final class ReadProposalsTest {

    private static final int MIB = 1024 * 1024;

    private final Stores stores = new InMemoryStores();
    private final ExecutorService readers = Executors.newSingleThreadExecutor();
    private final ReadProposals proposals = new ReadProposals(
            stores.vault(), readers, new ReadProposals.Limits(4 * MIB, 8 * MIB, Duration.ofSeconds(20)));

    @AfterEach
    void close() {
        readers.shutdownNow();
        stores.close();
    }

    @Test
    void aLetterIsReadOffItsPdf() throws IOException {
        byte[] letter = new MakeOfficialLetter()
                .make(OfficialLetter.of(
                        "UBND xã Tân An", "125/UBND-VHXH", "Rà soát hộ nghèo", Instant.parse("2026-11-05T02:00:00Z")));
        DraftFields read = proposals.read(keep(letter));
        assertThat(read.number()).isEqualTo("125");
        assertThat(read.notation()).isEqualTo("UBND-VHXH");
        assertThat(read.issuedOn()).isEqualTo("2026-11-05");
        assertThat(read.typeName()).isEqualTo("Công văn");
    }

    @Test
    void whatIsNoPdfOrTooLargeIsPassedOver() throws IOException {
        assertThat(proposals.read(keep("Số: 1/A không phải PDF".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(DraftFields.EMPTY);
        assertThat(proposals.read(keep(new byte[4 * MIB + 1]))).isEqualTo(DraftFields.EMPTY);
    }

    @Test
    void whatIsMadeToBurstIsNotOpened() throws IOException {
        byte[] zeros = deflated(new byte[16 * MIB]);
        assertThat(new PdfBulk(8 * MIB).isModest(stream(zeros))).isFalse();
        assertThat(new PdfBulk(8 * MIB).isModest(stream(deflated(zeros))))
                .as("packed twice")
                .isFalse();
        assertThat(new PdfBulk(8 * MIB).isModest(stream(deflated(new byte[MIB]))))
                .isTrue();
        assertThat(new PdfBulk(8 * MIB).isModest("<< /Filter /LZWDecode >>".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out)) {
            deflating.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] stream(byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write("%PDF-1.7\n1 0 obj << /Filter /FlateDecode >>\nstream\r\n".getBytes(StandardCharsets.UTF_8));
        out.write(data);
        out.write("\nendstream endobj".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private StoredBytes keep(byte[] bytes) throws IOException {
        try (Spool spool = stores.vault().open()) {
            spool.write(bytes);
            return spool.keep();
        }
    }
}
