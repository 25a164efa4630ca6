package vn.lienthong.gateway.signature.pdf;

import java.util.List;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.Change.Kind;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;

/**
 * Weighs what came after a signature (EN 319 142-1 §5.5, ISO 32000-1 §12.8.2.2). What a later signature covers is weighed by
 * the policy; what no signature covers fails, but for validation data; a certification that allows nothing is taken at its
 * word.
 */
final class JudgeChanges {
    private final ValidationPolicy policy;

    JudgeChanges(ValidationPolicy policy) {
        this.policy = policy;
    }

    /**
     * Objects where the changes are not allowed.
     *
     * @param covered made by revisions that a later signature covers
     * @param uncovered made after the last signature
     */
    void judge(SignedRange range, List<Change> covered, List<Change> uncovered, Judgement judgement) {
        for (Change change : covered) {
            boolean nothingAllowed = range.permission() == 1 && change.kind() != Kind.VALIDATION_DATA;
            Level level = nothingAllowed ? Level.FAIL : policy.changes().getOrDefault(change.kind(), Level.FAIL);
            weigh(level, change, judgement);
        }
        for (Change change : uncovered) {
            if (change.kind() != Kind.VALIDATION_DATA) {
                judgement.object(SubIndication.FORMAT_FAILURE, ErrorCode.CHANGED_AFTER_SIGNING, text(change));
            }
        }
    }

    /** Comments under a later signature are for a person to look at; changed content is a different document. */
    private static void weigh(Level level, Change change, Judgement judgement) {
        judgement.weigh(
                level,
                change.kind() == Kind.ANNOTATION ? SubIndication.SIG_CONSTRAINTS_FAILURE : SubIndication.FORMAT_FAILURE,
                ErrorCode.CHANGED_AFTER_SIGNING,
                text(change));
    }

    private static String text(Change change) {
        return "changed after signing: " + change.where() + ", " + change.kind()
                + " (expected: further signatures alone)";
    }
}
