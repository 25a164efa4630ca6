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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Facts;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.dossier.OpenVerification;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.packet.PacketReading;
import vn.lienthong.gateway.packet.SpooledAttachments;
import vn.lienthong.gateway.webhook.TellNews;

/**
 * Looks again at documents whose signatures could not be settled when they came, such as when a revocation list was
 * missing. The verdict is still as of their receipt; what has changed is what we know. Every one is looked at once after its
 * receipt, once whenever something was learnt, and in between at growing intervals.
 */
public final class VerifyAgain {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyAgain.class);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    /** One that a node died with is not looked at again before, then not before twice as long. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    /** A document that brought down who looked so many times is left to a person. */
    private static final int MOST_UNFINISHED = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);
    private static final int DOUBLINGS = 20;
    private static final int BATCH = 50;
    private static final int MEMORY_BYTES = 8 * 1024 * 1024;

    private final UnitOfWork work;
    private final Vault vault;
    private final PacketReader reader;
    private final VerifySubmission verifying;
    private final LongSupplier learnt;
    private final Path scratch;
    private final Clock clock;
    private final AtomicLong known = new AtomicLong(-1);

    /**
     * @param learnt counts up whenever something was learnt that may settle what is open: a list that was missed, or trust
     * @param scratch where attachments lie that do not fit into memory
     */
    public VerifyAgain(
            UnitOfWork work,
            Vault vault,
            PacketReader reader,
            VerifySubmission verifying,
            LongSupplier learnt,
            Path scratch,
            Clock clock) {
        this.work = work;
        this.vault = vault;
        this.reader = reader;
        this.verifying = verifying;
        this.learnt = learnt;
        this.scratch = scratch;
        this.clock = clock;
    }

    /** Looks at those that are due, all that wait where something was learnt; returns how many were settled. */
    public int verifyAgain() {
        long now = learnt.getAsLong();
        if (known.get() != now) {
            work.inTransaction(transaction -> transaction.dossiers().lookAgain(clock.instant()));
            known.set(now);
        }
        int settled = 0;
        List<OpenVerification> due;
        do {
            Instant at = clock.instant();
            due = work.inTransaction(transaction -> transaction.dossiers().takeIndeterminate(at, LEASE, BATCH));
            for (OpenVerification open : due) {
                settled += verify(open) ? 1 : 0;
            }
        } while (due.size() == BATCH);
        return settled;
    }

    // Whatever one document does to its verification, the others behind it have their turn.
    private boolean verify(OpenVerification open) {
        Dossier dossier = open.dossier();
        if (open.unfinished() >= MOST_UNFINISHED) {
            return leave(dossier);
        }
        try {
            return record(open, reports(dossier));
        } catch (RuntimeException fault) {
            LOG.warn("dossier {}: cannot be verified again now", dossier.id(), fault);
            Instant next = clock.instant().plus(pause(open.looks()));
            return work.inTransaction(transaction -> {
                transaction.dossiers().lookLater(dossier.id(), Optional.of(next));
                return false;
            });
        }
    }

    /** Nobody looks again by himself: each look so far ended with the process. */
    private boolean leave(Dossier dossier) {
        Instant now = clock.instant();
        String text = "Văn bản " + dossier.facts().symbol() + ": xem lại chữ ký " + MOST_UNFINISHED
                + " lần, lần nào tiến trình cũng dừng giữa chừng; không tự xem lại nữa. Hãy kiểm tra tệp bằng lệnh verify.";
        return work.inTransaction(transaction -> {
            transaction.dossiers().lookLater(dossier.id(), Optional.empty());
            transaction
                    .alerts()
                    .raise(new Alerts.Alert(
                            now, "VERIFICATION_UNFINISHED", Optional.of(dossier.id()), Optional.empty(), text));
            return false;
        });
    }

    private boolean record(OpenVerification open, Optional<String> reports) {
        Dossier dossier = open.dossier();
        // Bytes that were read once cannot become unreadable: what is no packet is not asked again.
        String json = reports.orElse(dossier.verificationJson());
        Outlook before = Outlook.of(dossier.verificationJson());
        Outlook after = Outlook.of(json);
        Instant now = clock.instant();
        Optional<Instant> next = reports.isPresent() && after.mayImprove()
                ? Optional.of(now.plus(pause(open.looks())))
                : Optional.empty();
        return work.inTransaction(transaction -> transaction
                .dossiers()
                .locked(dossier.id())
                .filter(current -> current.state() != DossierState.REFUSED)
                // Another node may have looked meanwhile, and known more: what it found stays.
                .filter(current -> current.verificationJson().equals(dossier.verificationJson()))
                .map(current -> {
                    transaction.dossiers().updateVerification(current.id(), json, marks(current, after), now, next);
                    tell(transaction, current, before, after, now);
                    if (!after.outcomes().equals(before.outcomes())) {
                        TellNews.verified(transaction, current.id(), after.settled(), now);
                    }
                    return after.settled();
                })
                .orElse(false));
    }

    private static Set<Mark> marks(Dossier current, Outlook after) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        marks.addAll(current.marks());
        if (after.settled()) {
            marks.remove(Mark.INDETERMINATE);
        }
        return marks;
    }

    /** The story tells what changed; that nothing did is no event. */
    private static void tell(Transaction transaction, Dossier dossier, Outlook before, Outlook after, Instant now) {
        if (!after.outcomes().equals(before.outcomes())) {
            String detail = Facts.with("outcome", after.outcomes())
                    .and("failed", after.failed())
                    .json();
            transaction.entries().append(dossier.id(), now, EvidenceEvent.VERIFIED_AGAIN, "gateway", detail);
        }
        if (after.failed() && !before.failed()) {
            transaction.alerts().raise(alert(dossier, now));
        }
    }

    private static Duration pause(int looks) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(looks - 1, 0), DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static Alerts.Alert alert(Dossier dossier, Instant now) {
        String what = dossier.state() == DossierState.HELD ? "đang bị giữ" : "đã chuyển";
        return new Alerts.Alert(
                now,
                "SIGNATURE_FAILED_LATER",
                Optional.of(dossier.id()),
                Optional.empty(),
                "Văn bản " + dossier.facts().symbol() + " " + what
                        + " khi chữ ký chưa xác định; nay chữ ký không hợp lệ. Hãy báo nơi gửi và nơi nhận.");
    }

    private Optional<String> reports(Dossier dossier) {
        try (SpooledAttachments attachments = new SpooledAttachments(scratch, MEMORY_BYTES);
                InputStream in = vault.read(dossier.bytes().digest())) {
            if (reader.read(in, attachments) instanceof PacketReading.Understood understood
                    && understood.message() instanceof Packet packet) {
                return Optional.of(
                        MAPPER.writeValueAsString(verifying.reports(packet, dossier.bytes(), dossier.receivedAt())));
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
