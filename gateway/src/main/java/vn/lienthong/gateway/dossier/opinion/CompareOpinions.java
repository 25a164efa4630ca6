package vn.lienthong.gateway.dossier.opinion;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.lienthong.gateway.dossier.opinion.ComparedSignature.Standing;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.secondopinion.Opinion;

/**
 * Lays our report of a file and another engine's opinion side by side. It is a disagreement where we passed a signature and the
 * other one failed it, left it open or did not find it, unless a clause settles that reason. Where we are stricter there is none.
 * Nor is there where an administrator had us pass what our standard rules would not: the other engine knows nothing of his word.
 */
public final class CompareOpinions {

    private CompareOpinions() {}

    /** Each signature that we judged by our standard rules, in our order. */
    public static List<ComparedSignature> of(SignatureReport ours, Opinion theirs) {
        return of(ours, ours, theirs);
    }

    /**
     * Each signature that we judged, in our order.
     *
     * @param ours by what the administrator set
     * @param strict the same file at the same time by our standard rules
     */
    static List<ComparedSignature> of(SignatureReport ours, SignatureReport strict, Opinion theirs) {
        return of(ours, strict, theirs, SettledDifferences.KNOWN);
    }

    static List<ComparedSignature> of(
            SignatureReport ours, SignatureReport strict, Opinion theirs, SettledDifferences settled) {
        return IntStream.range(0, ours.verdicts().size())
                .mapToObj(at ->
                        compare(ours.subject(), ours.verdicts().get(at), looser(ours, strict, at), theirs, settled))
                .toList();
    }

    /** Whether there is a signature about which the other engine's word counts. */
    static boolean worthAsking(SignatureReport ours, SignatureReport strict) {
        return IntStream.range(0, ours.verdicts().size()).anyMatch(at -> passed(ours, at) && !looser(ours, strict, at));
    }

    /** Both reports are of the same bytes: they list the same signatures. */
    private static boolean looser(SignatureReport ours, SignatureReport strict, int at) {
        return passed(ours, at) && !passed(strict, at);
    }

    private static boolean passed(SignatureReport report, int at) {
        return at < report.verdicts().size() && report.verdicts().get(at).indication() == Indication.TOTAL_PASSED;
    }

    /** Whether a person has to look. */
    public static boolean disagree(List<ComparedSignature> compared) {
        return compared.stream().anyMatch(signature -> signature.standing() == Standing.DISAGREES);
    }

    private static ComparedSignature compare(
            String file, SignatureVerdict ours, boolean looser, Opinion theirs, SettledDifferences settled) {
        Optional<Opinion.OfSignature> other = worst(ours.facts().field(), theirs);
        String reason = other.map(Opinion.OfSignature::subIndication).orElse("");
        Optional<String> clause = settled.clause(reason);
        Standing standing = looser
                ? Standing.OURS_LOOSER
                : standing(ours.indication(), other.map(Opinion.OfSignature::indication), clause.isPresent());
        return new ComparedSignature(
                file,
                ours.facts().field(),
                ours.indication().name(),
                ours.subIndication().map(Enum::name).orElse(""),
                other.map(one -> one.indication().name()).orElse(""),
                reason,
                standing,
                standing == Standing.SETTLED ? clause.orElseThrow() : "");
    }

    /** What a second signature of the same field hides counts as well. */
    private static Optional<Opinion.OfSignature> worst(String field, Opinion theirs) {
        return theirs.signatures().stream()
                .filter(one -> one.field().equals(field))
                .reduce((a, b) -> a.indication().worse(b.indication()) == a.indication() ? a : b);
    }

    private static Standing standing(Indication ours, Optional<Indication> theirs, boolean settled) {
        if (theirs.isPresent() && theirs.get() == ours) {
            return Standing.SAME;
        }
        if (ours != Indication.TOTAL_PASSED) {
            return Standing.OURS_STRICTER;
        }
        // A clause can settle what is open. What the other one calls failed, or does not see, is for a person.
        return settled && theirs.isPresent() && theirs.get() == Indication.INDETERMINATE
                ? Standing.SETTLED
                : Standing.DISAGREES;
    }
}
