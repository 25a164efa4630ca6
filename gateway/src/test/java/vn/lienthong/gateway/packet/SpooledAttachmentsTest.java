package vn.lienthong.gateway.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.ErrorCode;

class SpooledAttachmentsTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void smallContentsStayInMemoryLargerOnesLieInFilesUntilClosed() throws IOException {
        try (SpooledAttachments spool = new SpooledAttachments(folder, 100)) {
            AttachmentContent small = keep(spool, new byte[60]);
            AttachmentContent large = keep(spool, new byte[60]);
            AttachmentContent fits = keep(spool, new byte[40]);
            assertThat(small.bytes()).isPresent();
            assertThat(large.bytes()).isEmpty();
            assertThat(large.file()).hasValueSatisfying(file -> assertThat(file).hasParent(folder));
            assertThat(fits.bytes())
                    .as("what moved to a file gave its share back")
                    .isPresent();
            assertThat(large).isEqualTo(small).hasSameHashCodeAs(small);
            assertThat(large.open().readAllBytes()).isEqualTo(new byte[60]);
            assertThat(count()).isEqualTo(1);
        }
        assertThat(count()).isZero();
    }

    @Test
    void anUnfinishedContentLeavesNothing() throws IOException {
        try (SpooledAttachments spool = new SpooledAttachments(folder, 10)) {
            try (AttachmentSink sink = spool.open("x")) {
                sink.write(new byte[50], 0, 50);
                assertThat(count()).isEqualTo(1);
            }
            assertThat(count()).isZero();
        }
    }

    @Test
    void aPacketThatStopsMidwayLeavesNoFileOpen() throws IOException {
        try (SpooledAttachments spool = new SpooledAttachments(folder, 0)) {
            byte[] cut = PacketText.withEncoded("QUJD".repeat(50_000) + "<b/>").getBytes(StandardCharsets.UTF_8);
            PacketReading reading =
                    new PacketReader(PacketLimits.defaults()).read(new ByteArrayInputStream(cut), spool);
            Samples.refusal(reading, ErrorCode.PACKET_NOT_EDXML);
            assertThat(count()).isZero();
        }
    }

    private static AttachmentContent keep(SpooledAttachments spool, byte[] content) throws IOException {
        try (AttachmentSink sink = spool.open("x")) {
            sink.write(content, 0, content.length / 2);
            sink.write(content, content.length / 2, content.length - content.length / 2);
            return sink.finish(Sha256.of(content));
        }
    }

    private long count() throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }
}
