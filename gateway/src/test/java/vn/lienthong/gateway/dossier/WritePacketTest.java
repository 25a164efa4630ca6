package vn.lienthong.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.packet.AgencyBlock;
import vn.lienthong.gateway.packet.AttachmentStore;
import vn.lienthong.gateway.packet.DateText;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.packet.PacketLimits;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.packet.PacketReading;
import vn.lienthong.gateway.packet.ResponseFor;
import vn.lienthong.gateway.packet.StaffInfo;
import vn.lienthong.gateway.packet.StatusCode;
import vn.lienthong.gateway.packet.StatusMessage;

class WritePacketTest {

    @TempDir
    Path folder;

    @Test
    void whatIsKeptReadsAsWhatWasWritten() throws IOException {
        try (ExecutorService syncing = Executors.newVirtualThreadPerTaskExecutor()) {
            Vault vault = new FileVault(folder, syncing);
            StatusMessage status = status("H41");
            StoredBytes kept = new WritePacket(vault).write(status);
            try (InputStream in = vault.read(kept.digest())) {
                assertThat(new PacketReader(PacketLimits.defaults()).read(in, AttachmentStore.discarding()))
                        .isInstanceOfSatisfying(PacketReading.Understood.class, read -> assertThat(read.message())
                                .isEqualTo(status));
            }
        }
    }

    @Test
    void nothingStaysOfWhatCannotBeWritten() throws IOException {
        try (ExecutorService syncing = Executors.newVirtualThreadPerTaskExecutor()) {
            Vault vault = new FileVault(folder, syncing);
            assertThatIllegalArgumentException().isThrownBy(() -> new WritePacket(vault).write(status("H\u000041")));
            assertThat(vault.olderThan(Duration.ZERO, Optional.empty(), 10).digests())
                    .isEmpty();
        }
    }

    private static StatusMessage status(String from) {
        return StatusMessage.at(
                Instant.parse("2026-07-01T01:02:03Z"),
                AgencyBlock.of(from, "Tỉnh"),
                new ResponseFor("G22", "7816/VPCP-TTĐT", new DateText("2026/06/30"), new DocumentId("id")),
                StaffInfo.NONE,
                StatusCode.ARRIVED,
                "");
    }
}
