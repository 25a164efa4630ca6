package vn.lienthong.routes.door.console;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.tray.GivenNumber;
import vn.lienthong.gateway.tray.ReadAttachments;
import vn.lienthong.gateway.tray.TakeForReading;

/** A received document that its clerk may put the incoming stamp on, with its PDFs. */
@Component
final class FindStampable {

    private static final String REFUSED = "02";

    private final FindInTray finding;
    private final TakeForReading taking;
    private final UnitOfWork work;
    private final ReadAttachments attachments;
    private final Agencies agencies;

    FindStampable(
            FindInTray finding,
            TakeForReading taking,
            UnitOfWork work,
            ReadAttachments attachments,
            Agencies agencies) {
        this.finding = finding;
        this.taking = taking;
        this.work = work;
        this.attachments = attachments;
        this.agencies = agencies;
    }

    /**
     * What may be stamped.
     *
     * @param agency the body that answers for the copy today: its seal and its register
     */
    record Found(FindInTray.Found document, AgencyId agency, Delivery copy) {

        Clerk clerk() {
            return document.clerk();
        }

        /** The day on which the copy came. */
        LocalDate came() {
            return LocalDate.ofInstant(copy.createdAt(), Times.ZONE);
        }
    }

    /** One PDF of the document. */
    record Pdf(int number, String name) {}

    /** The PDF that is meant. */
    record Chosen(int number, AttachmentContent content, String name) {}

    /** What is done with the document while it is open. */
    interface Listing {
        void at(List<Pdf> pdfs, @Nullable Chosen chosen) throws IOException;
    }

    /** The body that answers for the copy today. */
    AgencyId agency(FindInTray.Found document) {
        return agencies.current()
                .currentOf(document.item().agency(), document.clerk().now());
    }

    /** Whether the clerk may; the document is neither in custody nor refused, and no change of another one. */
    boolean may(FindInTray.Found document) {
        return isToRegister(document) && has(document, Right.SEAL);
    }

    /** Whether the clerk may enter it under its number: a clerk's work, as answering is, and no use of the agency's key. */
    boolean mayEnter(FindInTray.Found document) {
        return isToRegister(document) && (has(document, Right.STATUS) || has(document, Right.SEAL));
    }

    /** Whether the clerk may make the number void: one that came with a stamp, as who may stamp only. */
    boolean mayVoid(Found found, GivenNumber number) {
        return number.stands()
                && number.agency().equals(found.agency())
                && (number.entered().isPresent() || has(found.document(), Right.SEAL));
    }

    private static boolean isToRegister(FindInTray.Found document) {
        return document.clerk().writes()
                && !document.item().held()
                && !document.item().isChange()
                && !document.item().lastStatus().equals(REFUSED);
    }

    private boolean has(FindInTray.Found document, Right right) {
        Clerk clerk = document.clerk();
        return clerk.caller().may(right, agency(document), clerk.now());
    }

    /** @throws NotFound where there is no such document, or not for this clerk to stamp */
    Found find(ConsoleUser user, String id) {
        return taken(finding.find(user, id), this::may);
    }

    /** @throws NotFound where there is no such document, or not for this clerk to enter */
    Found findToEnter(ConsoleUser user, String id) {
        return taken(finding.find(user, id), this::mayEnter);
    }

    private Found taken(FindInTray.Found document, Predicate<FindInTray.Found> may) {
        if (!may.test(document)) {
            throw new NotFound();
        }
        // Taken before anything of it is shown: a recall that comes behind must not say that nobody had it.
        taking.take(document.clerk().caller(), document.item().dossier());
        Delivery copy = work.reading(transaction ->
                        transaction.deliveries().find(document.item().delivery()))
                .filter(delivery -> delivery.state() != DeliveryState.WITHDRAWN)
                .orElseThrow(NotFound::new);
        return new Found(document, agency(document), copy);
    }

    /**
     * Opens the document, for its PDFs and the one that is meant: the wanted one, else the first. It is decoded as a whole each
     * time, however large: a request does this once.
     *
     * @return which one is meant; -1 where there is none
     */
    int look(Found found, int wanted, Listing look) throws IOException {
        AtomicInteger meant = new AtomicInteger(-1);
        attachments.look(found.copy().bytes(), files -> {
            List<Pdf> pdfs = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                if (isPdf(files.get(i))) {
                    pdfs.add(new Pdf(i, files.get(i).safeName()));
                }
            }
            int number = pdfs.stream().anyMatch(pdf -> pdf.number() == wanted)
                    ? wanted
                    : pdfs.stream().map(Pdf::number).findFirst().orElse(-1);
            meant.set(number);
            look.at(pdfs, number < 0 ? null : chosen(number, files.get(number)));
        });
        return meant.get();
    }

    private static Chosen chosen(int number, Attachment file) {
        return new Chosen(number, file.content().orElseThrow(NotFound::new), file.safeName());
    }

    private static boolean isPdf(Attachment file) {
        return file.content().isPresent()
                && file.safeName().toLowerCase(Locale.ROOT).endsWith(".pdf");
    }
}
