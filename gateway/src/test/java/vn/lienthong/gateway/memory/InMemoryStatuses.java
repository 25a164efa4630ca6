package vn.lienthong.gateway.memory;

import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.status.Status;
import vn.lienthong.gateway.status.Statuses;

/** Statuses in a list, in the order they came. */
final class InMemoryStatuses implements Statuses {

    private final Tables tables;

    InMemoryStatuses(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Status> add(Status status) {
        if (status.from()
                .flatMap(from -> repeated(from, status.bytes().digest()))
                .isPresent()) {
            return Optional.empty();
        }
        tables.require(status.dossier().map(tables.dossiers::containsKey).orElse(true), "status's dossier: unknown");
        tables.require(
                tables.statuses.stream().noneMatch(other -> other.docId().equals(status.docId())),
                "status doc id: " + status.docId() + " again");
        Status added = status.withId(tables.statuses.size() + 1L);
        tables.statuses.add(added);
        return Optional.of(added);
    }

    @Override
    public Optional<Status> repeated(AgencyId from, Sha256 bytes) {
        return tables.statuses.stream()
                .filter(status -> status.from().equals(Optional.of(from))
                        && status.bytes().digest().equals(bytes))
                .findFirst();
    }

    @Override
    public List<Status> of(DossierId dossier) {
        return tables.statuses.stream()
                .filter(status -> status.dossier().equals(Optional.of(dossier)))
                .toList();
    }

    @Override
    public List<Status> unmatched(int limit) {
        return tables.statuses.reversed().stream()
                .filter(status -> status.dossier().isEmpty())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Status> find(long id) {
        return tables.statuses.stream().filter(status -> status.id() == id).findFirst();
    }

    @Override
    public List<Status> waitingFor(DocumentId document) {
        return tables.statuses.stream()
                .filter(status ->
                        status.dossier().isEmpty() && status.documentId().equals(document.value()))
                .toList();
    }

    @Override
    public boolean join(long id, DossierId dossier) {
        tables.require(tables.dossiers.containsKey(dossier), "status's dossier: unknown");
        return change(id, Optional.of(dossier), "");
    }

    @Override
    public void explain(long id, String note) {
        change(id, Optional.empty(), note);
    }

    private boolean change(long id, Optional<DossierId> dossier, String note) {
        Optional<Status> unmatched = find(id).filter(status -> status.dossier().isEmpty());
        unmatched.ifPresent(
                status -> tables.statuses.set(tables.statuses.indexOf(status), status.matched(dossier, note)));
        return unmatched.isPresent();
    }
}
