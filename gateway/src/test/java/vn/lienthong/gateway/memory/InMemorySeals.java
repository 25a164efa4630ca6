package vn.lienthong.gateway.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.evidence.Seal;
import vn.lienthong.gateway.evidence.Seals;

/** Seals in a list, each with the entries that it covers. No timestamp comes here: they are kept by another port. */
final class InMemorySeals implements Seals {

    private static final Comparator<Entry> IN_ORDER = Comparator.comparing(Entry::at)
            .thenComparing(entry -> Tables.order(entry.dossier()))
            .thenComparing(Entry::sequence);

    private final InMemoryUnitOfWork work;

    InMemorySeals(InMemoryUnitOfWork work) {
        this.work = work;
    }

    @Override
    public int sealNext(int limit, boolean awaitsTimestamp, Function<Unsealed, Seal> sealing) {
        return work.onTables(tables -> {
            List<Entry> open = tables.entries.values().stream()
                    .flatMap(List::stream)
                    .filter(entry -> !covered(tables, entry))
                    .sorted(IN_ORDER)
                    .limit(limit)
                    .toList();
            if (!open.isEmpty()) {
                Optional<Seal> last = tables.seals.isEmpty()
                        ? Optional.empty()
                        : Optional.of(tables.seals.getLast().seal());
                Seal seal = sealing.apply(
                        new Unsealed(open.stream().map(Entry::hash).toList(), last));
                tables.seals.add(new Tables.SealRow(seal, open));
            }
            return open.size();
        });
    }

    private static boolean covered(Tables tables, Entry entry) {
        return tables.seals.stream().anyMatch(row -> row.entries().contains(entry));
    }

    @Override
    public Optional<Sealed> sealOver(DossierId dossier, int sequence) {
        return work.onTables(tables -> {
            for (Tables.SealRow row : tables.seals) {
                for (int place = 0; place < row.entries().size(); place++) {
                    Entry entry = row.entries().get(place);
                    if (entry.dossier().equals(dossier) && entry.sequence() == sequence) {
                        List<Sha256> hashes =
                                row.entries().stream().map(Entry::hash).toList();
                        return Optional.of(new Sealed(row.seal(), Optional.empty(), hashes, place));
                    }
                }
            }
            return Optional.empty();
        });
    }

    @Override
    public List<Covering> covering(DossierId dossier, int limit) {
        return work.onTables(tables -> {
            List<Covering> covering = new ArrayList<>();
            for (Tables.SealRow row : tables.seals.reversed()) {
                IntSummaryStatistics numbers = row.entries().stream()
                        .filter(entry -> entry.dossier().equals(dossier))
                        .mapToInt(Entry::sequence)
                        .summaryStatistics();
                if (numbers.getCount() > 0 && covering.size() < limit) {
                    covering.add(new Covering(
                            numbers.getMin(), numbers.getMax(), row.seal().at(), Optional.empty(), false));
                }
            }
            return covering;
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
