package vn.lienthong.gateway.evidence.record;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.evidence.RequestTimestamp;
import vn.lienthong.gateway.evidence.StampSeals;
import vn.lienthong.gateway.evidence.Timestamp;
import vn.lienthong.gateway.evidence.TimestampFailed;
import vn.lienthong.gateway.signature.cms.CmsException;

/**
 * Has each day's received files stamped by one timestamp once the day is over, and renews that before its certificate expires
 * (RFC 4998 §4.2, §5.2), and the tree before its digest is over (§5.3). A day after the other, and of a day's files only so many
 * at a time: there is no hurry. What was done stays done whenever the process ends.
 */
public final class RecordDays {

    private static final Logger LOG = LoggerFactory.getLogger(RecordDays.class);
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** What comes in around midnight may be recorded a little later. */
    private static final Duration AFTER_MIDNIGHT = Duration.ofMinutes(10);

    private static final int DAYS_AT_ONCE = 31;
    private static final String LEFT_OUT = "EVIDENCE_FILES_LEFT_OUT";

    /** However late it is, a vault that is away for a moment leaves nothing out. */
    private static final int LEAST_TRIES = 5;

    private final EvidenceDays days;
    private final RequestTimestamp requesting;
    private final StampSeals.Patience patience;
    private final RenewalTerms terms;
    private final DigestFiles files;
    private final UnitOfWork work;
    private final Clock clock;

    public RecordDays(
            EvidenceDays days,
            RequestTimestamp requesting,
            StampSeals.Patience patience,
            RenewalTerms terms,
            DigestFiles files,
            UnitOfWork work,
            Clock clock) {
        this.days = days;
        this.requesting = requesting;
        this.patience = patience;
        this.terms = terms;
        this.files = files;
        this.work = work;
        this.clock = clock;
    }

    /** Closes days that are over, and has one of those stamped that are due; returns how many got a timestamp. */
    public int record() throws InterruptedException {
        if (!requesting.hasAuthorities()) {
            return 0;
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now.minus(AFTER_MIDNIGHT), VIETNAM);
        days.close(today, VIETNAM.getId(), now, DAYS_AT_ONCE);
        review(now);
        Optional<EvidenceDay> due = days.takeDue(now, now.plus(patience.lease()));
        return due.isPresent() && stamped(due.get()) ? 1 : 0;
    }

    /** Somebody may have set other ends of algorithms. Whatever one day's timestamp is, the others have their turn. */
    private void review(Instant now) {
        for (EvidenceDays.Standing day : days.byOtherTerms(terms.name(), now, DAYS_AT_ONCE)) {
            days.reviewed(day.day(), new EvidenceDays.Renewal(due(day, now), terms.name()), now);
        }
    }

    private Instant due(EvidenceDays.Standing day, Instant now) {
        try {
            return terms.dueByNow(day.token(), day.hash(), now);
        } catch (CmsException | RuntimeException unreadable) {
            // It was read when it came: whatever happened to it, only a new one helps.
            LOG.error("evidence record of {}: {}", day.day(), String.valueOf(unreadable.getMessage()));
            return now;
        }
    }

    private boolean stamped(EvidenceDay day) throws InterruptedException {
        try {
            Instant now = clock.instant();
            if (day.stamps() >= EvidenceRecords.MOST_WRITTEN) {
                return rested(
                        day,
                        day.stamps() + " timestamps (expected: fewer than " + EvidenceRecords.MOST_WRITTEN
                                + "; an authority whose certificate lasts longer)");
            }
            if (day.tokens().isEmpty() || !terms.ending(day.hash(), now)) {
                return added(day, day.hash(), requesting.over(day.next()));
            }
            return terms.expiring(day.newest(), day.hash(), now) ? prolonged(day) : treeRenewed(day);
        } catch (TimestampFailed | CmsException | EvidenceRecordException | IOException fault) {
            String why = String.valueOf(fault.getMessage());
            LOG.info("evidence record of {}: no timestamp yet, try {}: {}", day.day(), day.failures() + 1, why);
            Instant now = clock.instant();
            days.postpone(day, now, now.plus(patience.pause(day.failures())), why);
            return false;
        }
    }

    /** The timestamp is renewed before its time is over, then the tree is gone on with. */
    private boolean prolonged(EvidenceDay day)
            throws EvidenceRecordException, TimestampFailed, CmsException, InterruptedException {
        boolean added = added(day, day.hash(), requesting.over(day.next()));
        if (added) {
            days.resume(day, clock.instant());
        }
        return added;
    }

    private boolean treeRenewed(EvidenceDay day)
            throws EvidenceRecordException, IOException, TimestampFailed, CmsException, InterruptedException {
        ArchiveHash with = terms.lasting(clock.instant())
                .orElseThrow(() -> new EvidenceRecordException(
                        "digest " + day.hash() + " ends (expected: another one that lasts, for a new tree)"));
        DigestFiles.Step step = files.with(with, missing(day, days.digests(day.day(), with)));
        days.keep(day.day(), with, step.digests());
        // Another node may have kept some: a record is read with what the table has, and with nothing else.
        Map<Sha256, byte[]> kept = days.digests(day.day(), with);
        int missing = missing(day, kept).size();
        if (missing > 0 && (!step.allTried() || !step.digests().isEmpty())) {
            days.resume(day, clock.instant());
            return false;
        }
        if (missing > 0) {
            leaveOut(day, missing, step.fault());
        }
        days.hold(day, clock.instant().plus(patience.lease()));
        return added(day, with, requesting.over(day.renewed(with, kept)));
    }

    private static List<Sha256> missing(EvidenceDay day, Map<Sha256, byte[]> digests) {
        return day.leaves().stream().filter(file -> !digests.containsKey(file)).toList();
    }

    /**
     * Goes on without files that cannot be read; their records stay as they are.
     *
     * @throws IOException where it is too early for that, or no file is left
     */
    private void leaveOut(EvidenceDay day, int missing, String fault) throws IOException {
        Instant now = clock.instant();
        int all = day.leaves().size();
        if (missing == all || day.failures() < LEAST_TRIES || !terms.leavesOut(day.hash(), now)) {
            throw new IOException(
                    missing + " of " + all + " files cannot be read now (expected: all), the last: " + fault);
        }
        String start = "Hồ sơ chứng cứ ngày " + day.day() + ": ";
        String text = start + missing + " trên " + all
                + " tệp không đọc được từ kho khi gia hạn cây băm, nên không có trong"
                + " cây mới; hồ sơ chứng cứ của chúng chỉ còn giá trị đến khi thuật toán băm cũ hết hạn (" + fault
                + "). Hãy khôi phục kho từ bản sao lưu.";
        work.inTransaction(transaction -> {
            transaction
                    .alerts()
                    .raiseOnce(new Alerts.Alert(now, LEFT_OUT, Optional.empty(), Optional.empty(), text), start);
            return true;
        });
    }

    /** What would only add to the record is not asked for every day; who waits for long is told to an operator. */
    private boolean rested(EvidenceDay day, String why) {
        LOG.warn("evidence record of {}: {}", day.day(), why);
        Instant now = clock.instant();
        days.postpone(day, now, now.plus(RenewalTerms.REST), why);
        return false;
    }

    private boolean added(EvidenceDay day, ArchiveHash hash, Timestamp timestamp) throws CmsException {
        Instant now = clock.instant();
        if (!day.tokens().isEmpty() && terms.over(timestamp.token(), hash, now)) {
            return rested(
                    day,
                    "timestamp of " + timestamp.authority()
                            + ": made with an algorithm that is over (expected: one that lasts)");
        }
        Instant due = terms.due(timestamp.token(), hash, now);
        return days.add(day, hash, timestamp, new EvidenceDays.Renewal(due, terms.name()), now);
    }
}
