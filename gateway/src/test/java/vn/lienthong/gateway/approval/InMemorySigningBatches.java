package vn.lienthong.gateway.approval;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Batches in a map. */
public final class InMemorySigningBatches implements SigningBatches {

    private final Map<BatchId, SigningBatch> kept = new LinkedHashMap<>();
    private final Map<BatchId, Instant> turns = new HashMap<>();

    @Override
    public boolean add(SigningBatch batch) {
        if (batch.items().stream().anyMatch(item -> waiting(item.request()).isPresent())) {
            return false;
        }
        kept.put(batch.id(), batch);
        return true;
    }

    @Override
    public Optional<SigningBatch> find(BatchId id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public Optional<BatchId> waiting(RequestId request) {
        return kept.values().stream()
                .filter(batch ->
                        batch.waiting().stream().anyMatch(item -> item.request().equals(request)))
                .map(SigningBatch::id)
                .findFirst();
    }

    @Override
    public List<SigningBatch> of(String officer, int limit) {
        return kept.values().stream()
                .filter(batch -> batch.officer().equals(officer))
                .sorted((one, other) -> other.confirmedAt().compareTo(one.confirmedAt()))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<SigningBatch> take(Instant now, Instant until) {
        Optional<SigningBatch> free = kept.values().stream()
                .filter(batch -> batch.finishedAt().isEmpty()
                        && batch.leaseUntil().map(end -> !end.isAfter(now)).orElse(true))
                .min(Comparator.comparing(batch -> turns.getOrDefault(batch.id(), batch.confirmedAt())));
        return free.map(batch -> {
            turns.put(batch.id(), now);
            return put(new SigningBatch(
                    batch.id(),
                    batch.officer(),
                    batch.confirmedAt(),
                    batch.begunAt().or(() -> Optional.of(now)),
                    Optional.of(until),
                    Optional.empty(),
                    batch.items()));
        });
    }

    private boolean isMine(SigningBatch taken) {
        SigningBatch now = kept.get(taken.id());
        return now != null && now.finishedAt().isEmpty() && now.leaseUntil().equals(taken.leaseUntil());
    }

    @Override
    public boolean extend(SigningBatch taken, Instant until, List<RequestId> begun) {
        if (!isMine(taken)) {
            return false;
        }
        put(kept.get(taken.id()).leased(until));
        begun.forEach(one -> change(
                taken.id(),
                one,
                item -> new SigningBatch.Item(one, item.digest(), item.outcome(), item.detail(), item.attempts() + 1)));
        return true;
    }

    @Override
    public void note(SigningBatch taken, RequestId request, ItemOutcome outcome, String detail, Instant at) {
        if (isMine(taken)) {
            change(
                    taken.id(),
                    request,
                    item -> item.outcome() == ItemOutcome.WAITING
                            ? new SigningBatch.Item(request, item.digest(), outcome, detail, item.attempts())
                            : item);
        }
    }

    @Override
    public void signed(BatchId id, RequestId request, Instant at) {
        change(
                id,
                request,
                item -> new SigningBatch.Item(request, item.digest(), ItemOutcome.SIGNED, "", item.attempts()));
    }

    @Override
    public void giveBack(SigningBatch taken, Instant at) {
        if (isMine(taken)) {
            SigningBatch now = kept.get(taken.id());
            turns.put(taken.id(), at);
            put(new SigningBatch(
                    now.id(),
                    now.officer(),
                    now.confirmedAt(),
                    now.begunAt(),
                    Optional.empty(),
                    now.waiting().isEmpty() ? Optional.of(at) : Optional.empty(),
                    now.items()));
        }
    }

    private void change(BatchId id, RequestId request, UnaryOperator<SigningBatch.Item> change) {
        SigningBatch now = kept.get(id);
        put(new SigningBatch(
                id,
                now.officer(),
                now.confirmedAt(),
                now.begunAt(),
                now.leaseUntil(),
                now.finishedAt(),
                now.items().stream()
                        .map(item -> item.request().equals(request) ? change.apply(item) : item)
                        .toList()));
    }

    private SigningBatch put(SigningBatch next) {
        kept.put(next.id(), next);
        return next;
    }
}
