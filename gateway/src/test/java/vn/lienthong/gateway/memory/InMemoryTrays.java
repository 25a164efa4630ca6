package vn.lienthong.gateway.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Hold;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.status.Status;
import vn.lienthong.gateway.tray.TrayItem;
import vn.lienthong.gateway.tray.TraySearch;
import vn.lienthong.gateway.tray.TrayStage;
import vn.lienthong.gateway.tray.Trays;

/** In-trays by looking at everything. */
final class InMemoryTrays implements Trays {

    private static final Set<String> ALWAYS = Set.of("02", "03", "04", "05", "06", "15");
    private static final Set<String> ANSWERS = Set.of("15", "16");

    private final InMemoryUnitOfWork work;

    InMemoryTrays(InMemoryUnitOfWork work) {
        this.work = work;
    }

    @Override
    public Optional<TrayItem> find(Set<AgencyId> agencies, DeliveryId delivery) {
        return all(agencies).stream()
                .filter(item -> item.delivery().equals(delivery))
                .findFirst();
    }

    @Override
    public List<TrayItem> search(TraySearch search) {
        boolean newOnes = search.stage().filter(TrayStage.NEW::equals).isPresent();
        Comparator<TrayItem> byTime = Comparator.comparing(TrayItem::arrivedAt);
        return all(search.agencies()).stream()
                .filter(item ->
                        search.stage().map(stage -> stage == item.stage()).orElse(true))
                .filter(item -> search.arrivedBefore()
                        .map(before -> item.arrivedAt().isBefore(before))
                        .orElse(true))
                .filter(item -> !search.openedOnly() || item.opened())
                .filter(says(search.words()))
                .sorted((newOnes ? byTime : byTime.reversed())
                        .thenComparing(item -> item.delivery().toString()))
                .skip(search.offset())
                .limit(search.limit())
                .toList();
    }

    private Predicate<TrayItem> says(List<String> words) {
        return item -> {
            String text = TraySearch.fold(String.join(
                    " ",
                    item.facts().number() + "/" + item.facts().notation(),
                    item.facts().subject(),
                    item.facts().signer(),
                    item.senderName(),
                    documentId(item),
                    assigned(item)));
            return words.stream().allMatch(text::contains);
        };
    }

    private String assigned(TrayItem item) {
        return work.onTables(tables -> tables.statuses.stream()
                .filter(status -> status.dossier().equals(Optional.of(item.dossier()))
                        && status.from().equals(Optional.of(item.agency()))
                        && status.code().equals("04"))
                .map(Status::description)
                .collect(Collectors.joining(" ")));
    }

    private String documentId(TrayItem item) {
        return work.onTables(tables ->
                tables.dossiers.get(item.dossier()).dossier().key().documentId().value());
    }

    @Override
    public Map<TrayStage, Long> count(Set<AgencyId> agencies) {
        return all(agencies).stream().collect(Collectors.groupingBy(TrayItem::stage, Collectors.counting()));
    }

    @Override
    public long countNew(Set<AgencyId> agencies, Instant arrivedBefore) {
        return all(agencies).stream()
                .filter(item ->
                        item.stage() == TrayStage.NEW && item.arrivedAt().isBefore(arrivedBefore))
                .count();
    }

    private List<TrayItem> all(Set<AgencyId> agencies) {
        return work.onTables(tables -> tables.deliveries.values().stream()
                .filter(copy -> copy.kind() == MessageKind.EDOC
                        && copy.agency().filter(agencies::contains).isPresent())
                .flatMap(copy -> item(tables, copy).stream())
                .toList());
    }

    private static Optional<TrayItem> item(Tables tables, Delivery copy) {
        Dossier dossier = tables.dossiers.get(copy.dossier()).dossier();
        AgencyId agency = copy.agency().orElseThrow();
        List<Status> about = tables.statuses.stream()
                .filter(status -> status.dossier().equals(Optional.of(dossier.id())))
                .toList();
        String last = about.stream()
                .filter(status -> status.from().equals(Optional.of(agency)) && counts(status.code(), dossier))
                .reduce("", (before, status) -> status.code(), (one, other) -> other);
        TrayItem item = new TrayItem(
                copy.id(),
                dossier.id(),
                agency,
                dossier.key().action(),
                dossier.senderName(),
                dossier.facts(),
                copy.createdAt(),
                copy.state() == DeliveryState.HELD,
                copy.taken() || copy.state() == DeliveryState.HANDED_OVER,
                last,
                isAskedBack(about, agency));
        return lies(copy, dossier, last) ? Optional.of(item) : Optional.empty();
    }

    private static boolean counts(String code, Dossier dossier) {
        BusinessAction action = dossier.key().action();
        return ALWAYS.contains(code)
                || (code.equals("16") && (action == BusinessAction.REVOKE || action == BusinessAction.UPDATE));
    }

    private static boolean isAskedBack(List<Status> about, AgencyId agency) {
        boolean asked = false;
        for (Status status : about) {
            if (status.code().equals("13") && status.addressee().equals(Optional.of(agency))) {
                asked = true;
            } else if (ANSWERS.contains(status.code()) && status.from().equals(Optional.of(agency))) {
                asked = false;
            }
        }
        return asked;
    }

    private static boolean lies(Delivery copy, Dossier dossier, String last) {
        return switch (copy.state()) {
            case WAITING, LEASED, HANDED_OVER -> true;
            case HELD ->
                dossier.state() == DossierState.HELD && dossier.hold().equals(Optional.of(Hold.RECEIVING_CLERK));
            case FAILED -> dossier.state() == DossierState.REFUSED && !last.isEmpty();
            case QUEUED, SENDING, UNROUTED, DEAD, WITHDRAWN, MERGED -> false;
        };
    }
}
