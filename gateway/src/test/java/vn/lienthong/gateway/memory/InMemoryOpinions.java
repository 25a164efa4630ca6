package vn.lienthong.gateway.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.opinion.OpinionOutcome;
import vn.lienthong.gateway.dossier.opinion.Opinions;

final class InMemoryOpinions implements Opinions {

    private final Tables tables;

    InMemoryOpinions(Tables tables) {
        this.tables = tables;
    }

    private static boolean waits(Tables.OpinionRow row) {
        return row.kept().outcome().isEmpty();
    }

    @Override
    public void await(DossierId dossier, Instant due) {
        tables.require(tables.dossiers.containsKey(dossier), "second_opinion: no such dossier");
        tables.opinions.putIfAbsent(
                dossier, new Tables.OpinionRow(due, 0, new Kept(Optional.empty(), Optional.empty(), "[]")));
    }

    @Override
    public void awaitAnew(DossierId dossier, Instant due) {
        Tables.OpinionRow row = tables.opinions.get(dossier);
        if (row != null && !waits(row) && !row.kept().outcome().equals(Optional.of(OpinionOutcome.DISAGREED))) {
            tables.opinions.remove(dossier);
        }
        await(dossier, due);
    }

    @Override
    public List<Waiting> take(Instant now, Duration lease, int limit) {
        List<DossierId> due = tables.opinions.entrySet().stream()
                .filter(row -> waits(row.getValue()) && !row.getValue().due().isAfter(now))
                .sorted(Comparator.comparing(row -> row.getValue().due()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
        return due.stream()
                .map(dossier -> {
                    Tables.OpinionRow row = tables.opinions.get(dossier);
                    Duration until = lease.multipliedBy(1L << Math.min(row.begun(), 20));
                    tables.opinions.put(dossier, new Tables.OpinionRow(now.plus(until), row.begun() + 1, row.kept()));
                    return new Waiting(dossier, row.begun());
                })
                .toList();
    }

    @Override
    public void postpone(DossierId dossier, Instant due) {
        waitOn(dossier, due, 1);
    }

    @Override
    public void again(DossierId dossier, Instant due) {
        waitOn(dossier, due, 0);
    }

    private void waitOn(DossierId dossier, Instant due, int less) {
        tables.opinions.computeIfPresent(
                dossier,
                (id, row) ->
                        waits(row) ? new Tables.OpinionRow(due, Math.max(row.begun() - less, 0), row.kept()) : row);
    }

    @Override
    public boolean close(DossierId dossier, OpinionOutcome outcome, Instant at, String detailJson) {
        Tables.OpinionRow row = tables.opinions.get(dossier);
        if (row == null || !waits(row)) {
            return false;
        }
        Kept kept = new Kept(Optional.of(outcome), Optional.of(at), detailJson);
        tables.opinions.put(dossier, new Tables.OpinionRow(row.due(), row.begun(), kept));
        return true;
    }

    @Override
    public Optional<Kept> find(DossierId dossier) {
        return Optional.ofNullable(tables.opinions.get(dossier)).map(Tables.OpinionRow::kept);
    }

    @Override
    public int waiting() {
        return (int) tables.opinions.values().stream()
                .filter(InMemoryOpinions::waits)
                .count();
    }
}
