package vn.lienthong.gateway.memory;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.dossier.Refusals;

/** Refusals in a list, in the order they came. */
final class InMemoryRefusals implements Refusals {

    private final List<Refusal> kept = new ArrayList<>();

    @Override
    public synchronized void add(Refusal refusal) {
        kept.add(refusal);
    }

    @Override
    public synchronized List<Refusal> latest(int limit) {
        return kept.reversed().stream().limit(limit).toList();
    }
}
