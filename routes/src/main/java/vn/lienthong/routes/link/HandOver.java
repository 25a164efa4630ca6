package vn.lienthong.routes.link;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.access.Dialect;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.Neighbours;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.delivery.ClosedBeside;
import vn.lienthong.gateway.delivery.HeldBeside;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.delivery.PushOutcome;
import vn.lienthong.gateway.delivery.Pusher;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Recipient;
import vn.lienthong.gateway.dossier.UnitOfWork;

/**
 * Hands a copy over to a neighbour by {@code sendEdoc}, for exactly the recipients that the delivery answers for; what goes
 * to others is left to the usual pusher. Where an answer is lost the copy is sent again: equal content is one document
 * there as here.
 */
public final class HandOver implements Pusher {

    private final NeighbourWire wire;
    private final Neighbours neighbours;
    private final OutgoingBytes outgoing;
    private final UnitOfWork work;
    private final Pusher others;

    public HandOver(NeighbourWire wire, Neighbours neighbours, OutgoingBytes outgoing, UnitOfWork work, Pusher others) {
        this.wire = wire;
        this.neighbours = neighbours;
        this.outgoing = outgoing;
        this.work = work;
        this.others = others;
    }

    @Override
    public PushOutcome push(ReceivingSystem system, Delivery delivery) {
        return neighbours
                .find(system.systemId())
                .map(neighbour -> handOver(neighbour, delivery))
                .orElseGet(() -> others.push(system, delivery));
    }

    private PushOutcome handOver(Neighbour neighbour, Delivery delivery) {
        Optional<Dossier> dossier =
                work.reading(transaction -> transaction.dossiers().find(delivery.dossier()));
        if (dossier.filter(from -> comesFrom(neighbour, from, delivery)).isPresent()) {
            return new PushOutcome.Declined("văn bản đến từ chính " + neighbour.systemId()
                    + ", không gửi ngược lại (expected: một hệ thống nhận cho "
                    + delivery.code().text()
                    + ", hoặc một tuyến khác)");
        }
        Optional<PushOutcome> kept = keptBack(neighbour, delivery);
        if (kept.isPresent()) {
            return kept.get();
        }
        try {
            return AxisOutcome.of(
                    send(neighbour, delivery, dossier.map(Dossier::recipients).orElse(List.of())), delivery.attempts());
        } catch (OutboundRefused e) {
            return new PushOutcome.Declined(AxisReply.shown(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            return new PushOutcome.TryAgain(neighbour.systemId() + ": " + Unreached.text(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PushOutcome.TryAgain("bị ngắt: cổng đang dừng");
        }
    }

    /** A platform reads its recipients from the packet: what is beside it, it passes over. */
    private Optional<PushOutcome> keptBack(Neighbour neighbour, Delivery delivery) {
        if (!(neighbour.dialect() instanceof Dialect.Provincial) || delivery.kind() != MessageKind.EDOC) {
            return Optional.empty();
        }
        List<Delivery> copies =
                work.reading(transaction -> transaction.deliveries().of(delivery.dossier()));
        String reaches = ": " + neighbour.systemId() + " gửi gói tin tới mọi nơi nhận có tên trong đó";
        String closed = ClosedBeside.codes(delivery, copies);
        if (!closed.isEmpty()) {
            return Optional.of(new PushOutcome.Declined("đã đóng hoặc lấy lại bản gửi cho " + closed + reaches
                    + " (expected: một văn bản mới chỉ nêu các nơi nhận còn lại, hoặc một tuyến khác cho "
                    + delivery.code().text() + ")"));
        }
        String held = HeldBeside.codes(delivery, copies);
        return held.isEmpty()
                ? Optional.empty()
                : Optional.of(new PushOutcome.Waits("còn chờ quyết định cho " + held + reaches));
    }

    private AxisReply send(Neighbour neighbour, Delivery delivery, List<Recipient> recipients)
            throws IOException, InterruptedException {
        OutgoingBytes.Copy copy = outgoing.of(delivery);
        return wire.send(
                neighbour,
                new NeighbourWire.Handed(
                        delivery.from(),
                        delivery.kind(),
                        to(delivery, recipients),
                        new AxisFile(copy.digest(), copy.length(), copy::open),
                        copy.traceHeader()));
    }

    /** A document goes in a circle; a status about it goes back on purpose. */
    private static boolean comesFrom(Neighbour neighbour, Dossier dossier, Delivery delivery) {
        return delivery.kind() == MessageKind.EDOC && dossier.systemId().equals(neighbour.systemId());
    }

    /** As the sender wrote them; a status has one addressee, inside. */
    private static List<AgencyCode> to(Delivery delivery, List<Recipient> recipients) {
        if (delivery.kind() == MessageKind.STATUS) {
            return List.of();
        }
        List<AgencyCode> codes = recipients.stream()
                .filter(recipient -> recipient.delivery().equals(Optional.of(delivery.id())))
                .map(Recipient::code)
                .distinct()
                .toList();
        return codes.isEmpty() ? List.of(delivery.code()) : codes;
    }
}
