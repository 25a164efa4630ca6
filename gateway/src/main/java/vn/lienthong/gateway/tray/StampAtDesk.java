package vn.lienthong.gateway.tray;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.StillMay;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.desk.DeskPurpose;
import vn.lienthong.gateway.desk.DeskRefusal;
import vn.lienthong.gateway.desk.HandOff;
import vn.lienthong.gateway.desk.OpenHandOff;
import vn.lienthong.gateway.desk.ReceiveSigned;
import vn.lienthong.gateway.desk.SignedBack;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.seal.AgencySeal;
import vn.lienthong.gateway.seal.DeskSeals;
import vn.lienthong.gateway.seal.SealPdf;

/**
 * Has a file of a received document stamped where the agency's token is, and records what comes back: as {@link StampIncoming}
 * does with what is stamped here. Number and day are those that the clerk chose; what the stamp shows is drawn by the program there.
 */
public final class StampAtDesk implements ReceiveSigned {

    private final StampIncoming stamping;
    private final DeskSeals seals;
    private final OpenHandOff opening;
    private final Vault vault;
    private final StillMay still;

    public StampAtDesk(StampIncoming stamping, DeskSeals seals, OpenHandOff opening, Vault vault, StillMay still) {
        this.stamping = stamping;
        this.seals = seals;
        this.opening = opening;
        this.vault = vault;
        this.still = still;
    }

    /** What came of it. */
    public sealed interface Outcome {

        record Opened(OpenHandOff.Opened opened) implements Outcome {}

        /** The key is not at a desk: the file can be stamped here. */
        record Here() implements Outcome {}

        /** What would hinder a stamp made here hinders this one. */
        record NotOpened(StampIncoming.Outcome why) implements Outcome {}
    }

    /** Makes the file ready to be stamped at a desk. */
    public Outcome open(StampIncoming.Wish wish) throws IOException {
        Optional<StampIncoming.Outcome> hindrance = stamping.hindrance(wish);
        if (hindrance.isPresent()) {
            return new Outcome.NotOpened(hindrance.get());
        }
        return switch (stamping.look(wish)) {
            case SealPdf.Look.Fits here -> new Outcome.Here();
            case SealPdf.Look.Hindered hindered ->
                hindered.why() instanceof SealPdf.Outcome.AtDesk atDesk
                        ? opened(wish, atDesk.seal())
                        : new Outcome.NotOpened(new StampIncoming.Outcome.NotSealed(hindered.why()));
        };
    }

    private Outcome opened(StampIncoming.Wish wish, AgencySeal seal) throws IOException {
        return new Outcome.Opened(opening.open(new OpenHandOff.Wanted(
                DeskPurpose.INCOMING_STAMP,
                text(wish),
                wish.actor(),
                kept(wish.pdf()),
                wish.name(),
                Set.of(seal.certificate().facts().certificate()))));
    }

    /** By itself the file lies nowhere: it is packed in what was received. */
    private StoredBytes kept(AttachmentContent pdf) throws IOException {
        try (Spool spool = vault.open();
                InputStream in = pdf.open()) {
            in.transferTo(spool);
            return spool.keep();
        }
    }

    /** The copy that a hand-off of this purpose is for. */
    public static DeliveryId delivery(HandOff handOff) {
        return new DeliveryId(UUID.fromString(handOff.target().split("\n", -1)[1]));
    }

    @Override
    public Set<DeskPurpose> purposes() {
        return Set.of(DeskPurpose.INCOMING_STAMP);
    }

    @Override
    public Received receive(HandOff handOff, SignedBack back) {
        StampIncoming.Wish wish = wish(handOff);
        Optional<AgencySeal> seal = seals.of(wish.agency(), back.certificate(), back.at())
                .filter(ours -> still.may(handOff.user(), Right.SEAL, wish.agency(), back.at()));
        if (seal.isEmpty()) {
            return new Received.Refused(DeskRefusal.NO_LONGER_EXPECTED, "");
        }
        seals.sealed(stamping.order(wish), seal.get(), StampIncoming.by(wish), back.bytes(), back.at());
        StampIncoming.Outcome outcome = stamping.record(wish, back.bytes(), seal.get(), back.at());
        if (outcome instanceof StampIncoming.Outcome.Stamped) {
            return new Received.Taken();
        }
        seals.unused(StampIncoming.by(wish), back.bytes(), StampIncoming.UNUSED);
        return new Received.Refused(
                DeskRefusal.TARGET_CHANGED, outcome.getClass().getSimpleName());
    }

    /** One line for each thing: what people type has none within. */
    private static String text(StampIncoming.Wish wish) {
        return String.join(
                "\n",
                wish.dossier().toString(),
                wish.delivery().toString(),
                wish.agency().toString(),
                wish.number().text(),
                wish.date().toString(),
                Integer.toString(wish.seen()),
                Boolean.toString(wish.far()),
                wish.forwarding().replace('\n', ' '));
    }

    private StampIncoming.Wish wish(HandOff handOff) {
        List<String> lines = List.of(handOff.target().split("\n", -1));
        StoredBytes pdf = handOff.pdf();
        return new StampIncoming.Wish(
                new DossierId(UUID.fromString(lines.get(0))),
                new DeliveryId(UUID.fromString(lines.get(1))),
                new AgencyId(UUID.fromString(lines.get(2))),
                AttachmentContent.of(pdf.digest(), pdf.length(), () -> vault.read(pdf.digest())),
                handOff.name(),
                IncomingNumber.of(lines.get(3)).orElseThrow(),
                LocalDate.parse(lines.get(4)),
                lines.get(7),
                Optional.empty(),
                Integer.parseInt(lines.get(5)),
                Boolean.parseBoolean(lines.get(6)),
                handOff.user());
    }
}
