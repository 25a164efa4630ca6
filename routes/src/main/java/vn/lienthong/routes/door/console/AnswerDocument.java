package vn.lienthong.routes.door.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.tray.ClerkAct;
import vn.lienthong.gateway.tray.DecideHeld;
import vn.lienthong.gateway.tray.TakeForReading;
import vn.lienthong.gateway.tray.TrayItem;
import vn.lienthong.gateway.tray.WriteStatus;
import vn.lienthong.routes.door.Receiver;

/** Says a clerk's answer to a document: its status goes through reception like any other and back to the sender. */
@Component
final class AnswerDocument {

    /** A form may lie open over lunch; an older one is of another day. */
    private static final Duration FORM_LIVES = Duration.ofHours(8);

    private final UnitOfWork work;
    private final DecideHeld holds;
    private final TakeForReading taking;
    private final WriteStatus writing;
    private final Receiver receiver;

    AnswerDocument(UnitOfWork work, DecideHeld holds, TakeForReading taking, WriteStatus writing, Receiver receiver) {
        this.work = work;
        this.holds = holds;
        this.taking = taking;
        this.writing = writing;
        this.receiver = receiver;
    }

    /** What came of it. */
    sealed interface Outcome {

        /** On record, now or by an earlier press of the same button. */
        record Done() implements Outcome {}

        /** On record, but it could not be joined with the document: a registrar sees it among the unmatched ones. */
        record Kept() implements Outcome {}

        /** It cannot be answered so any more. */
        record TooLate() implements Outcome {}

        /** Reception did not take it. */
        record Refused(List<Finding> findings) implements Outcome {}
    }

    /**
     * Answers.
     *
     * @param words in one line; empty only where the act needs none and the document is not in custody
     * @param formMade when the form was shown, in seconds since 1970: the same form is the same answer
     */
    Outcome answer(FindInTray.Found found, ClerkAct act, String words, long formMade) {
        TrayItem item = found.item();
        if (item.lastStatus().equals(act.code().text()) && !item.held() && !item.askedBack()) {
            return new Outcome.Done();
        }
        if (!ClerkAct.possible(item).contains(act)) {
            return new Outcome.TooLate();
        }
        return item.held() ? decide(found, act, words, formMade) : said(found, act, words, formMade);
    }

    /** A refusal is told before custody ends, for nothing is matched with a document that was refused. */
    private Outcome decide(FindInTray.Found found, ClerkAct act, String words, long formMade) {
        Clerk clerk = found.clerk();
        TrayItem item = found.item();
        if (act == ClerkAct.ACCEPT) {
            return holds.release(
                            item.dossier(), clerk.answering(), clerk.caller().actor(), words)
                    ? said(found, act, words, formMade)
                    : new Outcome.TooLate();
        }
        if (!holds.may(item.dossier(), clerk.answering())) {
            return new Outcome.TooLate();
        }
        Outcome told = said(found, act, words, formMade);
        if (told instanceof Outcome.Refused) {
            return told;
        }
        boolean refused =
                holds.refuse(item.dossier(), clerk.answering(), clerk.caller().actor(), words);
        return refused ? told : new Outcome.TooLate();
    }

    private Outcome said(FindInTray.Found found, ClerkAct act, String words, long formMade) {
        Clerk clerk = found.clerk();
        taking.take(clerk.caller(), found.item().dossier());
        StoredBytes bytes = write(found, act, words, said(formMade, clerk.now()));
        Submission answer = Submission.answering(found.item().dossier(), bytes, clerk.caller(), clerk.now());
        return switch (receiver.receive(answer)) {
            case ReceptionAnswer.StatusTaken taken -> taken.matched() ? new Outcome.Done() : new Outcome.Kept();
            case ReceptionAnswer.Refused refused -> new Outcome.Refused(refused.findings());
            case ReceptionAnswer.Taken taken ->
                throw new IllegalStateException("status: taken as a document (expected: as a status)");
        };
    }

    private StoredBytes write(FindInTray.Found found, ClerkAct act, String words, Instant said) {
        TrayItem item = found.item();
        Dossier dossier = work.reading(transaction -> transaction.dossiers().find(item.dossier()))
                .orElseThrow(NotFound::new);
        AgencyCode written = work.reading(
                        transaction -> transaction.deliveries().find(item.delivery()))
                .orElseThrow(NotFound::new)
                .code();
        try {
            return writing.write(
                    dossier,
                    new WriteStatus.Answer(
                            item.agency(),
                            written,
                            act.code(),
                            found.clerk().user().fullName(),
                            words,
                            said));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant said(long formMade, Instant now) {
        boolean believable = formMade <= now.getEpochSecond()
                && formMade >= now.minus(FORM_LIVES).getEpochSecond();
        return Instant.ofEpochSecond(believable ? formMade : now.getEpochSecond());
    }
}
