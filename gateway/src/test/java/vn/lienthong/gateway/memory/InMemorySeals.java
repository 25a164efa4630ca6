package vn.lienthong.gateway.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.evidence.Seals;

/** Seals in a list, and which entries they cover in a set. */
final class InMemorySeals implements Seals {

    private static final Comparator<Entry> IN_ORDER = Comparator.comparing(Entry::at)
            .thenComparing(entry -> Tables.order(entry.dossier()))
            .thenComparing(Entry::sequence);

    private final InMemoryUnitOfWork work;

    InMemorySeals(InMemoryUnitOfWork work) {
        this.work = work;
    }

    @Override
    public int sealNext(int limit, Function<Unsealed, Seal> sealing) {
        return work.onTables(tables -> {
            List<Entry> open = tables.entries.values().stream()
                    .flatMap(List::stream)
                    .filter(entry -> !tables.sealed.contains(entry))
                    .sorted(IN_ORDER)
                    .limit(limit)
                    .toList();
            if (!open.isEmpty()) {
                Sha256 previous = tables.seals.isEmpty()
                        ? Entry.FIRST
                        : tables.seals.getLast().root();
                tables.seals.add(sealing.apply(
                        new Unsealed(open.stream().map(Entry::hash).toList(), previous)));
                tables.sealed.addAll(open);
            }
            return open.size();
        });
    }

    @Override
    public Optional<Receipt> receipt(DossierId dossier) {
        return work.onTables(tables -> Optional.ofNullable(tables.receipts.get(dossier)));
    }

    @Override
    public Receipt keep(DossierId dossier, Receipt receipt) {
        return work.onTables(tables -> {
            tables.require(tables.dossiers.containsKey(dossier), "receipt's dossier: " + dossier + " unknown");
            tables.receipts.putIfAbsent(dossier, receipt);
            return tables.receipts.get(dossier);
        });
    }
}
