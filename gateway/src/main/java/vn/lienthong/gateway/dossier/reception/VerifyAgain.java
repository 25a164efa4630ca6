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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Facts;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.dossier.OpenVerification;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.opinion.ChooseOpinions;
import vn.lienthong.gateway.dossier.opinion.TakeIntoCustody;
import vn.lienthong.gateway.dossier.opinion.TakeIntoCustody.Custody;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.packet.PacketReading;
import vn.lienthong.gateway.packet.SpooledAttachments;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.webhook.TellNews;

/**
 * Looks again at documents whose signatures could not be settled when they came, such as when a revocation list was
 * missing. The verdict is still as of their receipt; what has changed is what we know. Every one is looked at once after its
 * receipt, once whenever something was learnt, and in between at growing intervals.
 */
public final class VerifyAgain {

    private static final String ACTOR = "gateway";
    private static final String FAILED = "chữ ký trong tệp trước đây chưa kiểm tra được, nay không hợp lệ";

    private static final Logger LOG = LoggerFactory.getLogger(VerifyAgain.class);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    /** One that a node died with is not looked at again before, then not before twice as long. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    /** A document that brought down who looked so many times is left to a person. */
    private static final int MOST_UNFINISHED = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);
    private static final Duration UNCHECKED_EVERY = Duration.ofHours(1);
    private static final int DOUBLINGS = 20;
    private static final int BATCH = 50;
    private static final int MEMORY_BYTES = 8 * 1024 * 1024;

    private final UnitOfWork work;
    private final Vault vault;
    private final PacketReader reader;
    private final Looking looking;
    private final LongSupplier learnt;
    private final Path scratch;
    private final Clock clock;
    private final AtomicLong known = new AtomicLong(-1);
    private final AtomicReference<Instant> unchecked = new AtomicReference<>(Instant.MIN);

    /**
     * What this gateway looks with.
     *
     * @param able names all that decides which files can be looked at: another one looks again at what could not be
     * @param opinions which documents wait for another engine's opinion
     */
    public record Looking(VerifySubmission verifying, String able, ChooseOpinions opinions) {

        /** Raised by hand whenever files can be looked at that could not be before, such as another form. */
        private static final int ABILITY = 1;

        /** An ability of this program within some limits, which are named by their text. */
        public static Looking within(Object limits, VerifySubmission verifying, ChooseOpinions opinions) {
            return new Looking(verifying, ABILITY + " " + limits, opinions);
        }
    }

    /**
     * @param learnt counts up whenever something was learnt that may settle what is open: a list that was missed, or trust
     * @param scratch where attachments lie that do not fit into memory
     */
    public VerifyAgain(
            UnitOfWork work,
            Vault vault,
            PacketReader reader,
            Looking looking,
            LongSupplier learnt,
            Path scratch,
            Clock clock) {
        this.work = work;
        this.vault = vault;
        this.reader = reader;
        this.looking = looking;
        this.learnt = learnt;
        this.scratch = scratch;
        this.clock = clock;
    }

    /**
     * Has documents looked at whose files could not be, once by each gateway that can look at others: larger files, other forms. In
     * between nothing about them changes. Again after a while: a node that can do less may have taken one first.
     */
    private void lookAtUnchecked(Instant now) {
        if (!now.isBefore(unchecked.get())) {
            work.inTransaction(transaction -> transaction.dossiers().lookAtUnchecked(looking.able(), now));
            unchecked.set(now.plus(UNCHECKED_EVERY));
        }
    }

    /** Looks at those that are due, all that wait where something was learnt; returns how many were settled. */
    public int verifyAgain() {
        long now = learnt.getAsLong();
        if (known.get() != now) {
            work.inTransaction(transaction -> transaction.dossiers().lookAgain(clock.instant()));
            known.set(now);
        }
        lookAtUnchecked(clock.instant());
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
            transaction.dossiers().lookedWith(dossier.id(), looking.able());
            transaction
                    .alerts()
                    .raise(new Alerts.Alert(
                            now, "VERIFICATION_UNFINISHED", Optional.of(dossier.id()), Optional.empty(), text));
            return false;
        });
    }

    private boolean record(OpenVerification open, Optional<List<SignatureReport>> reports) {
        Dossier dossier = open.dossier();
        // Bytes that were read once cannot become unreadable: what is no packet is not asked again.
        String json = reports.map(MAPPER::writeValueAsString).orElse(dossier.verificationJson());
        Outlook before = Outlook.of(dossier.verificationJson());
        Outlook after = Outlook.of(json);
        Instant now = clock.instant();
        Optional<Instant> next = reports.isPresent() && after.mayImprove()
                ? Optional.of(now.plus(pause(open.looks())))
                : Optional.empty();
        return work.inTransaction(transaction -> {
            boolean holds = after.failed()
                    && !before.failed()
                    && (before.unchecked() || transaction.dossiers().wasUnchecked(dossier.id()));
            // Copies before the dossier, as everybody locks them.
            List<Delivery> copies = holds ? TakeIntoCustody.copies(transaction, dossier.id()) : List.of();
            return transaction
                    .dossiers()
                    .locked(dossier.id())
                    .filter(current -> current.state() != DossierState.REFUSED)
                    // Another node may have looked meanwhile, and known more: what it found stays.
                    .filter(current -> current.verificationJson().equals(dossier.verificationJson()))
                    .map(current -> {
                        Set<Mark> marks = marks(current, after);
                        transaction.dossiers().updateVerification(current.id(), json, marks, now, next);
                        Custody custody = new Custody(current.state() == DossierState.HELD, List.of());
                        if (before.unchecked() || after.unchecked()) {
                            transaction.dossiers().lookedWith(current.id(), looking.able());
                        }
                        if (holds) {
                            custody = new TakeIntoCustody(FAILED, ACTOR)
                                    .take(
                                            transaction,
                                            current,
                                            marks,
                                            copies,
                                            String.join("; ", after.outcomes()),
                                            now);
                        } else if (before.unchecked()) {
                            boolean more = after.uncheckedFiles() < before.uncheckedFiles();
                            askAnother(transaction, current, reports.orElse(List.of()), more, now);
                        }
                        tell(transaction, current, before, after, custody, now);
                        return after.settled();
                    })
                    .orElse(false);
        });
    }

    /** What nobody could look at when it came, nobody was asked about either; about the files beside it perhaps. */
    private void askAnother(
            Transaction transaction, Dossier dossier, List<SignatureReport> reports, boolean more, Instant now) {
        if (!looking.opinions().wants(dossier.id(), reports)) {
            return;
        }
        if (more) {
            transaction.opinions().awaitAnew(dossier.id(), now);
        } else {
            transaction.opinions().await(dossier.id(), now);
        }
    }

    private static Set<Mark> marks(Dossier current, Outlook after) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        marks.addAll(current.marks());
        boolean lookedAt = marks.remove(Mark.NOT_CHECKED) && !after.unchecked();
        if (after.unchecked()) {
            marks.add(Mark.NOT_CHECKED);
        }
        if (lookedAt && !after.signed()) {
            marks.add(Mark.FOR_INFORMATION);
        }
        marks.remove(Mark.INDETERMINATE);
        if (!after.settled()) {
            marks.add(Mark.INDETERMINATE);
        }
        return marks;
    }

    /** The story tells what changed; that nothing did is no event. */
    private static void tell(
            Transaction transaction, Dossier dossier, Outlook before, Outlook after, Custody custody, Instant now) {
        if (!after.outcomes().equals(before.outcomes())) {
            String detail = Facts.with("outcome", after.outcomes())
                    .and("failed", after.failed())
                    .json();
            transaction.entries().append(dossier.id(), now, EvidenceEvent.VERIFIED_AGAIN, ACTOR, detail);
            TellNews.verified(transaction, dossier.id(), after.settled(), now);
        }
        if (after.failed() && !before.failed()) {
            transaction.alerts().raise(alert(dossier, custody, now));
        }
    }

    private static Duration pause(int looks) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(looks - 1, 0), DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static Alerts.Alert alert(Dossier dossier, Custody custody, Instant now) {
        String what = custody.held() ? "nay đang bị giữ; đã nhận" : "đã chuyển";
        String left = custody.left().isEmpty() ? "" : " Đã chuyển tới " + String.join(", ", custody.left()) + ".";
        return new Alerts.Alert(
                now,
                "SIGNATURE_FAILED_LATER",
                Optional.of(dossier.id()),
                Optional.empty(),
                "Văn bản " + dossier.facts().symbol() + " " + what
                        + " khi chữ ký chưa xác định; nay chữ ký không hợp lệ." + left
                        + " Hãy báo nơi gửi và nơi nhận.");
    }

    private Optional<List<SignatureReport>> reports(Dossier dossier) {
        try (SpooledAttachments attachments = new SpooledAttachments(scratch, MEMORY_BYTES);
                InputStream in = vault.read(dossier.bytes().digest())) {
            if (reader.read(in, attachments) instanceof PacketReading.Understood understood
                    && understood.message() instanceof Packet packet) {
                return Optional.of(looking.verifying().reports(packet, dossier.bytes(), dossier.receivedAt()));
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
