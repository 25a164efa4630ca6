package vn.lienthong.gateway.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The journal in a list. */
public final class InMemoryAccessEvents implements AccessEvents {

    private final List<AccessEvent> all = new ArrayList<>();
    private int rolledBack;

    @Override
    public <T> T together(Supplier<T> work) {
        List<AccessEvent> before = List.copyOf(all);
        try {
            return work.get();
        } catch (RuntimeException | Error cut) {
            all.clear();
            all.addAll(before);
            rolledBack++;
            throw cut;
        }
    }

    /** How often what was done together was undone. */
    public int rolledBack() {
        return rolledBack;
    }

    @Override
    public void add(AccessEvent event) {
        all.add(event);
    }

    @Override
    public List<Kept> find(Query query, long before, int limit) {
        List<Kept> found = new ArrayList<>();
        for (int id = all.size(); id > 0 && found.size() < limit; id--) {
            AccessEvent event = all.get(id - 1);
            if (id < before && fits(query, event)) {
                found.add(new Kept(id, event));
            }
        }
        return found;
    }

    private static boolean fits(Query query, AccessEvent event) {
        return contains(event.actor(), query.actor())
                && contains(event.subject(), query.subject())
                && (query.act().isEmpty() || query.act().equals(event.act()))
                && query.from().map(from -> !event.at().isBefore(from)).orElse(true)
                && query.to().map(event.at()::isBefore).orElse(true);
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
