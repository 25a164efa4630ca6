package vn.lienthong.gateway.dossier.opinion;

import java.util.Map;
import java.util.Optional;

/**
 * For which reasons the other engine may leave open what we passed, each with the clause that settles it. What is not listed is a
 * disagreement.
 *
 * @param clauses by the other engine's word for the reason
 */
record SettledDifferences(Map<String, String> clauses) {

    /**
     * None is known: over every fate, level, algorithm and tampering that we make, DSS passes what we pass. The first one that
     * turns up is looked at by a person, and then stands here with its clause, or is mended.
     */
    static final SettledDifferences KNOWN = new SettledDifferences(Map.of());

    SettledDifferences {
        clauses = Map.copyOf(clauses);
    }

    Optional<String> clause(String reason) {
        return Optional.ofNullable(clauses.get(reason));
    }
}
