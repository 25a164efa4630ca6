package vn.lienthong.gateway.tray;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.seal.AgencySeal;
import vn.lienthong.gateway.seal.SealBy;
import vn.lienthong.gateway.seal.SealOrder;
import vn.lienthong.gateway.seal.SealPdf;
import vn.lienthong.gateway.seal.Spot;
import vn.lienthong.gateway.signature.form.FormKind;
import vn.lienthong.gateway.signature.form.IncomingStampForm;
import vn.lienthong.gateway.signature.form.Picture;
import vn.lienthong.gateway.signature.form.Place;
import vn.lienthong.gateway.signature.form.VisibleForm;

/**
 * Puts the incoming stamp on a file of a received document (Decree 30/2020/NĐ-CP Art 22, Annex IV). What was received stays
 * as it is; the stamped file lies beside it, with evidence of who made it.
 */
public final class StampIncoming {

    static final String UNUSED = "another stamp or number came first";

    private static final String REASON = "Đăng ký văn bản đến";

    private final UnitOfWork work;
    private final RecordStamp recording;
    private final SealPdf sealing;
    private final Agencies agencies;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public StampIncoming(UnitOfWork work, SealPdf sealing, Agencies agencies, Supplier<UUID> ids, Clock clock) {
        this.work = work;
        this.recording = new RecordStamp(work);
        this.sealing = sealing;
        this.agencies = agencies;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a clerk wants stamped.
     *
     * @param agency that answers for the copy today, whose seal it is
     * @param name of the file
     * @param forwarding to whom it goes on; may be empty
     * @param spot empty where it usually stands
     * @param seen how many stamps the copy has that the clerk was told of, and wants another beside
     * @param far whether the clerk was told that the number is far above the next one
     * @param actor as evidence names people
     */
    public record Wish(
            DossierId dossier,
            DeliveryId delivery,
            AgencyId agency,
            AttachmentContent pdf,
            String name,
            IncomingNumber number,
            LocalDate date,
            String forwarding,
            Optional<Spot> spot,
            int seen,
            boolean far,
            String actor) {}

    /** What came of it. */
    public sealed interface Outcome {

        record Stamped(StampedFile file) implements Outcome {}

        /** Another document has the number, or it was made void. */
        record Taken(IncomingNumber next) implements Outcome {}

        /** The copy was entered under another number, or for another day. */
        record Entered(GivenNumber number) implements Outcome {}

        /** The copy has stamps already, and nobody who knew of all of them said that it is to have another. */
        record AskFirst(List<StampedFile> before) implements Outcome {
            public AskFirst {
                before = List.copyOf(before);
            }
        }

        /** The number is far above the next one, and the year's next numbers would follow it. */
        record AskFar(IncomingNumber next) implements Outcome {}

        record NotSealed(SealPdf.Outcome why) implements Outcome {}
    }

    /** Stamped files of the copy, the newest last. */
    public List<StampedFile> of(DeliveryId delivery) {
        return work.reading(transaction -> transaction.stamps().of(delivery));
    }

    /** All numbers that the copy has and had. */
    public List<GivenNumber> numbers(DeliveryId delivery) {
        return work.reading(transaction -> transaction.stamps().numbers(delivery));
    }

    /** Stamped files of the copy whose number still counts. */
    public List<StampedFile> standing(DeliveryId delivery) {
        return work.reading(transaction -> RecordStamp.standing(transaction, delivery));
    }

    /** What would hinder it, looked at without stamping; empty where nothing does. */
    public Optional<Outcome> hindrance(Wish wish) {
        return recording.hindrance(wish);
    }

    /** Where the stamp would stand. */
    public SealPdf.Look look(Wish wish) throws IOException {
        return sealing.look(order(wish));
    }

    public Outcome stamp(Wish wish) throws IOException {
        Optional<Outcome> hindrance = hindrance(wish);
        if (hindrance.isPresent()) {
            return hindrance.get();
        }
        return switch (sealing.seal(order(wish), by(wish))) {
            case SealPdf.Outcome.Sealed sealed -> {
                Outcome outcome = record(wish, sealed.bytes(), sealed.seal(), sealed.at());
                if (!(outcome instanceof Outcome.Stamped)) {
                    sealing.unused(by(wish), sealed, UNUSED);
                }
                yield outcome;
            }
            case SealPdf.Outcome other -> new Outcome.NotSealed(other);
        };
    }

    Outcome record(Wish wish, StoredBytes stamped, AgencySeal seal, Instant at) {
        StampedFile file = new StampedFile(
                ids.get(),
                wish.delivery(),
                wish.agency(),
                wish.number(),
                wish.date(),
                wish.forwarding(),
                stampedName(wish),
                stamped,
                wish.actor(),
                at);
        return recording.record(
                wish, file, seal.certificate().facts().certificate().hex());
    }

    static SealBy by(Wish wish) {
        return new SealBy(wish.actor(), wish.delivery().toString());
    }

    private static String stampedName(Wish wish) {
        String bare = wish.name().replaceFirst("(?i)\\.pdf$", "");
        int room = DraftFile.LONGEST_NAME - 40;
        return (bare.length() <= room ? bare : bare.substring(0, room)) + ".den-" + wish.number() + "-"
                + wish.date().getYear() + ".pdf";
    }

    SealOrder order(Wish wish) {
        String agency = agencies.current()
                .agency(wish.agency(), clock.instant())
                .map(Agency::name)
                .orElse("");
        return new SealOrder(
                wish.agency(), agency, wish.pdf(), wish.name(), REASON, new Stamp(agency, wish), wish.spot());
    }

    private record Stamp(String agency, Wish wish) implements SealOrder.Shape {

        @Override
        public FormKind kind() {
            return FormKind.INCOMING_STAMP;
        }

        @Override
        public VisibleForm at(Place place, Optional<Picture> picture) {
            return new IncomingStampForm(
                    agency,
                    wish.number().text(),
                    wish.date(),
                    Optional.of(wish.forwarding()).filter(text -> !text.isEmpty()),
                    place);
        }
    }
}
