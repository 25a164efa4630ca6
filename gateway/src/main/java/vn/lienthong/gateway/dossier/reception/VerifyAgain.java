package vn.lienthong.gateway.dossier.reception;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.Facts;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.packet.PacketReading;
import vn.lienthong.gateway.packet.SpooledAttachments;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;

/**
 * Looks again at documents whose signatures could not be settled when they came, such as when a revocation list was
 * missing. The verdict is still as of their receipt; what has changed is what we know.
 */
public final class VerifyAgain {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final int BATCH = 50;
    private static final int MEMORY_BYTES = 8 * 1024 * 1024;

    private final UnitOfWork work;
    private final Vault vault;
    private final PacketReader reader;
    private final VerifySubmission verifying;
    private final Path scratch;
    private final Clock clock;

    public VerifyAgain(
            UnitOfWork work, Vault vault, PacketReader reader, VerifySubmission verifying, Path scratch, Clock clock) {
        this.work = work;
        this.vault = vault;
        this.reader = reader;
        this.verifying = verifying;
        this.scratch = scratch;
        this.clock = clock;
    }

    /** Looks at those that were not looked at for five minutes; returns how many were settled. */
    public int verifyAgain() {
        return verifyOlderThan(clock.instant().minus(PAUSE));
    }

    /** Looks at all that were last looked at before the instant. */
    public int verifyOlderThan(Instant before) {
        List<Dossier> open =
                work.inTransaction(transaction -> transaction.dossiers().indeterminate(before, BATCH));
        int settled = 0;
        for (Dossier dossier : open) {
            settled += verify(dossier) ? 1 : 0;
        }
        return settled;
    }

    private boolean verify(Dossier dossier) {
        Optional<List<SignatureReport>> reports = reports(dossier);
        if (reports.isEmpty()) {
            return false;
        }
        boolean open = reports.get().stream()
                .anyMatch(
                        report -> report.presence() == Presence.SIGNED && report.overall() == Indication.INDETERMINATE);
        boolean failed = reports.get().stream().anyMatch(report -> report.overall() == Indication.TOTAL_FAILED);
        Instant now = clock.instant();
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        marks.addAll(dossier.marks());
        if (!open) {
            marks.remove(Mark.INDETERMINATE);
        }
        String json = MAPPER.writeValueAsString(reports.get());
        work.inTransaction(transaction -> {
            transaction.dossiers().updateVerification(dossier.id(), json, marks, now);
            if (!open) {
                String detail = Facts.with("failed", failed).json();
                transaction.entries().append(dossier.id(), now, EvidenceEvent.VERIFIED_AGAIN, "gateway", detail);
            }
            if (failed) {
                transaction.alerts().raise(alert(dossier, now));
            }
            return !open;
        });
        return !open;
    }

    private static Alerts.Alert alert(Dossier dossier, Instant now) {
        return new Alerts.Alert(
                now,
                "SIGNATURE_FAILED_LATER",
                Optional.of(dossier.id()),
                Optional.empty(),
                "Văn bản " + dossier.facts().symbol() + " đã chuyển khi chữ ký chưa xác định; nay chữ ký không hợp lệ."
                        + " Hãy báo nơi gửi và nơi nhận.");
    }

    private Optional<List<SignatureReport>> reports(Dossier dossier) {
        try (SpooledAttachments attachments = new SpooledAttachments(scratch, MEMORY_BYTES);
                InputStream in = vault.read(dossier.bytes().digest())) {
            if (reader.read(in, attachments) instanceof PacketReading.Understood understood
                    && understood.message() instanceof Packet packet) {
                return Optional.of(verifying.reports(packet, dossier.bytes(), dossier.receivedAt()));
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
