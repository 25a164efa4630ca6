package vn.lienthong.gateway.signature.pdf;

import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.Change.Kind;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;

/**
 * Weighs what came after a signature (EN 319 142-1 §5.5, ISO 32000-1 §12.8.2.2). What a later signature covers is weighed by
 * the policy; what no signature covers fails, but for validation data; a certification that allows nothing, or no comments, is
 * taken at its word.
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
     * @param stamped made by revisions that only timestamps cover: these stand for nobody's content, and need a field that no page
     *     shows (ISO 32000-2 §12.8.2.2.2 lets them follow any certification)
     * @param uncovered made after the last signature
     * @param branch where the signer's path leads: each may have rules of its own
     */
    void judge(
            SignedRange range,
            List<Change> covered,
            List<Change> stamped,
            List<Change> uncovered,
            Optional<String> branch,
            Judgement judgement) {
        for (Change change : covered) {
            Level level = forbidden(range, change.kind()) ? Level.FAIL : policy.level(change.kind(), branch);
            weigh(level, change, judgement);
        }
        for (Change change : stamped) {
            if (change.kind() != Kind.VALIDATION_DATA && change.kind() != Kind.UNSEEN_FIELD_ADDED) {
                judgement.object(SubIndication.FORMAT_FAILURE, ErrorCode.CHANGED_AFTER_SIGNING, text(change));
            }
        }
        for (Change change : uncovered) {
            if (change.kind() != Kind.VALIDATION_DATA) {
                judgement.object(SubIndication.FORMAT_FAILURE, ErrorCode.CHANGED_AFTER_SIGNING, text(change));
            }
        }
    }

    /** Whatever the policy says: 1 allows nothing, and only 3 comments. */
    private static boolean forbidden(SignedRange range, Kind kind) {
        return (range.permission() == 1 && kind != Kind.VALIDATION_DATA)
                || (range.permission() < 3 && kind == Kind.ANNOTATION);
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
