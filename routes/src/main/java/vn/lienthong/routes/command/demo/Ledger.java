package vn.lienthong.routes.command.demo;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Attempt;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.status.Status;

/** What the gateway wrote down: read behind the doors, to see that an answer was true. */
final class Ledger {
    private static final int LATEST = 20;

    private final UnitOfWork work;
    private final Refusals refusals;
    private final Agencies agencies;
    private final Clock clock;

    Ledger(UnitOfWork work, Refusals refusals, Agencies agencies, Clock clock) {
        this.work = work;
        this.refusals = refusals;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** The letter itself and what acts on it, in the order received. */
    List<Dossier> dossiers(Letter letter) {
        AgencyId sender = agency(DemoAgency.VPCP);
        return work.inTransaction(transaction -> transaction.dossiers().find(Set.of(sender), letter.id()));
    }

    /** Every dossier of a run, by the numbers of its letters, in the order received. */
    List<Dossier> ofRun(int firstNumber) {
        AgencyId sender = agency(DemoAgency.VPCP);
        Set<String> numbers = IntStream.range(firstNumber, firstNumber + DemoWorld.NUMBERS_PER_RUN)
                .mapToObj(Integer::toString)
                .collect(Collectors.toSet());
        return work
                .inTransaction(transaction ->
                        transaction.dossiers().sentBy(Set.of(sender), Optional.empty(), Optional.empty(), LATEST))
                .reversed()
                .stream()
                .filter(dossier -> numbers.contains(dossier.facts().number()))
                .toList();
    }

    /** The document itself. */
    Dossier dossier(Letter letter) {
        return dossiers(letter).stream()
                .filter(dossier -> dossier.key().action() == BusinessAction.NEW)
                .findFirst()
                .orElseThrow(() -> new StepFailed("không có hồ sơ của " + letter.symbol()));
    }

    /** The document under the gateway's own number. */
    Dossier dossier(DossierId id) {
        return work.inTransaction(transaction -> transaction.dossiers().find(id))
                .orElseThrow(() -> new StepFailed("không có hồ sơ " + id));
    }

    /** The copies of a document, not of the statuses about it. */
    List<Delivery> deliveries(Dossier dossier) {
        return work.inTransaction(transaction -> transaction.deliveries().of(dossier.id())).stream()
                .filter(delivery -> delivery.kind() == MessageKind.EDOC)
                .toList();
    }

    /** The agency's copy of the letter. */
    Delivery copy(Letter letter, DemoAgency recipient) {
        Optional<AgencyId> agency = Optional.of(agency(recipient));
        return deliveries(dossier(letter)).stream()
                .filter(delivery -> delivery.agency().equals(agency))
                .findFirst()
                .orElseThrow(() -> new StepFailed(letter.symbol() + " không có bản cho " + recipient.title()));
    }

    boolean isHandedOver(Letter letter, DemoAgency recipient) {
        return copy(letter, recipient).state() == DeliveryState.HANDED_OVER;
    }

    List<Attempt> attempts(Dossier dossier) {
        return work.inTransaction(transaction -> transaction.deliveries().attempts(dossier.id()));
    }

    List<Status> statuses(Dossier dossier) {
        return work.inTransaction(transaction -> transaction.statuses().of(dossier.id()));
    }

    List<Entry> entries(Dossier dossier) {
        return work.inTransaction(transaction -> transaction.entries().of(dossier.id()));
    }

    List<Refusals.Refusal> latestRefusals() {
        return refusals.latest(LATEST);
    }

    private AgencyId agency(DemoAgency agency) {
        return agency.id(agencies.current(), clock.instant());
    }
}
