package vn.lienthong.gateway.signature;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The levels that somebody set, and until when algorithms are good. The narrowest word counts: of a branch and form, then of a
 * branch, then of the rule.
 *
 * @param levels refused where a rule does not take the level, or no form
 * @param form of what is judged; empty where that is not told apart
 */
public record Rules(Map<Place, Level> levels, List<AlgorithmEnd> ends, Optional<SignedForm> form) {

    /** Nothing set. */
    public static final Rules STANDARD = new Rules(Map.of(), List.of(), Optional.empty());

    /**
     * Where a level holds.
     *
     * @param branch a trust branch by its name; empty for all
     * @param form empty for all
     */
    public record Place(Rule rule, Optional<String> branch, Optional<SignedForm> form) {
        @Override
        public String toString() {
            return rule.word()
                    + branch.map(name -> "." + name.toLowerCase(Locale.ROOT)).orElse("")
                    + form.map(one -> "." + one.name().toLowerCase(Locale.ROOT)).orElse("");
        }
    }

    public Rules {
        levels = Map.copyOf(levels);
        ends = List.copyOf(ends);
        levels.forEach(Rules::require);
    }

    private static void require(Place place, Level level) {
        Rule rule = place.rule();
        if (!rule.levels().contains(level)) {
            throw new IllegalArgumentException(
                    "rule " + place + ": " + level + " (expected: one of " + rule.levels() + ")");
        }
        if (place.form().isPresent() && !rule.takesForm()) {
            throw new IllegalArgumentException(
                    "rule " + place + ": a form (expected: " + rule.word() + " for all forms)");
        }
    }

    /** The same for one form. */
    public Rules of(SignedForm one) {
        return new Rules(levels, ends, Optional.of(one));
    }

    /** The level that was set; empty where none was. */
    public Optional<Level> set(Rule rule, Optional<String> branch) {
        return Stream.of(
                        new Place(rule, branch, form),
                        new Place(rule, branch, Optional.empty()),
                        new Place(rule, Optional.empty(), Optional.empty()))
                .flatMap(place -> Optional.ofNullable(levels.get(place)).stream())
                .findFirst();
    }

    /** What was used though its time was over at an instant. */
    public List<AlgorithmEnd> endedAt(AlgorithmFacts used, Instant at) {
        return ends.stream()
                .filter(end -> end.concerns(used) && !at.isBefore(end.end()))
                .toList();
    }

    /** When the first of what was used is over; empty where nobody said so. */
    public Optional<Instant> end(AlgorithmFacts used) {
        return ends.stream()
                .filter(end -> end.concerns(used))
                .map(AlgorithmEnd::end)
                .min(Instant::compareTo);
    }

    /** Every level that holds, those set and those that stand, as settings write them. */
    public Map<String, Level> all() {
        Map<String, Level> all = new TreeMap<>();
        for (Rule rule : Rule.values()) {
            all.put(rule.word(), rule.standard());
        }
        levels.forEach((place, level) -> all.put(place.toString(), level));
        return all;
    }
}
