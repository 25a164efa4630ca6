package vn.lienthong.gateway.lasting;

import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.signature.form.FormKind;

/**
 * Which rule holds for whose signature.
 *
 * @param usual where no exception speaks of it
 * @param exceptions the first that speaks of it wins
 */
public record LastingRules(LastingRule usual, List<Only> exceptions) {
    public LastingRules {
        exceptions = List.copyOf(exceptions);
    }

    /**
     * A rule for some signatures.
     *
     * @param agency code of the agency that signs; empty for all
     * @param kind of form; empty for all
     */
    public record Only(Optional<String> agency, Optional<FormKind> kind, LastingRule rule) {
        boolean speaksOf(String code, FormKind form) {
            return agency.filter(one -> !one.equals(code)).isEmpty()
                    && kind.filter(one -> one != form).isEmpty();
        }
    }

    public LastingRule of(String code, FormKind form) {
        return exceptions.stream()
                .filter(exception -> exception.speaksOf(code, form))
                .map(Only::rule)
                .findFirst()
                .orElse(usual);
    }

    /** Whether any of them wants a timestamp before a file leaves. */
    public boolean anyWaits() {
        return usual.waits()
                || exceptions.stream().anyMatch(exception -> exception.rule().waits());
    }
}
