package vn.lienthong.gateway.dossier.opinion;

import java.util.List;

/**
 * Both opinions of a document.
 *
 * @param asked whether the engine was asked about a file at all
 * @param unsettled whether our own opinion of a file still waits for evidence; then nobody was asked about that file
 * @param missing for each file that we passed and that was not compared, why, as a person reads it
 */
public record DocumentComparison(
        List<ComparedSignature> signatures, boolean asked, boolean unsettled, List<String> missing) {

    public DocumentComparison {
        signatures = List.copyOf(signatures);
        missing = List.copyOf(missing);
    }

    /** Agreement is over everything that we passed, or is none. */
    OpinionOutcome outcome() {
        if (CompareOpinions.disagree(signatures)) {
            return OpinionOutcome.DISAGREED;
        }
        return asked && missing.isEmpty() ? OpinionOutcome.AGREED : OpinionOutcome.NONE;
    }
}
