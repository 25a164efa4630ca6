package vn.lienthong.routes.door.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
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
    }

    /** One PDF of the document. */
    record Pdf(int number, String name) {}

    /** The PDF that is meant. */
    record Chosen(AttachmentContent content, String name) {}

    /** What is done with the document while it is open. */
    interface Listing {
        void at(List<Pdf> pdfs, @Nullable Chosen chosen) throws IOException;
    }

    /** What is done with a PDF while it is open. */
    interface Look {
        void at(AttachmentContent pdf, String name) throws IOException;
    }

    /** The body that answers for the copy today. */
    AgencyId agency(FindInTray.Found document) {
        return agencies.current()
                .currentOf(document.item().agency(), document.clerk().now());
    }

    /** Whether the clerk may; the document is neither in custody nor refused, and no change of another one. */
    boolean may(FindInTray.Found document) {
        Clerk clerk = document.clerk();
        return clerk.writes()
                && !document.item().held()
                && !document.item().isChange()
                && !document.item().lastStatus().equals(REFUSED)
                && clerk.caller().may(Right.SEAL, agency(document), clerk.now());
    }

    /** @throws NotFound where there is no such document, or not for this clerk to stamp */
    Found find(ConsoleUser user, String id) {
        FindInTray.Found document = finding.find(user, id);
        if (!may(document)) {
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
     * Opens the document once, for its PDFs and the one that is meant: the wanted one, else the first.
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
            look.at(pdfs, number < 0 ? null : chosen(files.get(number)));
        });
        return meant.get();
    }

    private static Chosen chosen(Attachment file) {
        return new Chosen(file.content().orElseThrow(NotFound::new), file.safeName());
    }

    /** @throws NotFound where it is no PDF of the document */
    void open(Found found, int number, Look look) throws IOException {
        attachments.look(found.copy().bytes(), files -> {
            if (number >= files.size() || !isPdf(files.get(number))) {
                throw new NotFound();
            }
            look.at(
                    files.get(number).content().orElseThrow(NotFound::new),
                    files.get(number).safeName());
        });
    }

    private static boolean isPdf(Attachment file) {
        return file.content().isPresent()
                && file.safeName().toLowerCase(Locale.ROOT).endsWith(".pdf");
    }
}
