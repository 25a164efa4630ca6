package vn.lienthong.gateway.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/**
 * A verdict in the making: checks object, the gravest objection names the outcome, every objection stays readable. Used by
 * one thread for one signature.
 */
public final class Judgement {
    private final String where;
    private final List<Finding> findings = new ArrayList<>(2);
    private @Nullable SubIndication reason;
    private @Nullable String firstText;

    /**
     * Starts with nothing objected.
     *
     * @param where the place that findings are about: subject and field
     */
    public Judgement(String where) {
        this.where = where;
    }

    /** A check that was not met. */
    public void object(SubIndication because, ErrorCode code, String text) {
        firstText = firstText == null ? text : firstText;
        reason = reason == null ? because : reason.worse(because);
        boolean certain = because.indication() == Indication.TOTAL_FAILED;
        findings.add(certain ? Finding.error(code, where, text) : Finding.warning(code, where, text));
    }

    /** A rule that was not met, weighed by the policy. */
    public void weigh(Level level, SubIndication because, ErrorCode code, String text) {
        switch (level) {
            case FAIL -> object(because, code, text);
            case WARN -> findings.add(Finding.warning(code, where, text));
            case INFORM -> findings.add(Finding.information(code, where, text));
            case IGNORE -> {}
        }
    }

    /** Whether some check objected already. */
    public boolean objected() {
        return reason != null;
    }

    /** The gravest objection; empty when no check objected. */
    public Optional<SubIndication> reason() {
        return Optional.ofNullable(reason);
    }

    /** What the first objection says; empty when no check objected. */
    public Optional<String> firstText() {
        return Optional.ofNullable(firstText);
    }

    /**
     * The verdict about the facts. Nothing passes whose integrity was not seen to hold (EN 319 102-1 §5.2.7), whatever the checks
     * did or left undone.
     */
    public SignatureVerdict verdict(SignatureFacts facts) {
        if (reason == null && facts.integrity() != Integrity.INTACT) {
            object(
                    SubIndication.SIGNED_DATA_NOT_FOUND,
                    ErrorCode.SIGNATURE_INDETERMINATE,
                    "integrity: " + facts.integrity() + " (expected: " + Integrity.INTACT + ")");
        }
        return reason == null
                ? SignatureVerdict.passed(facts, findings)
                : SignatureVerdict.because(reason, facts, findings);
    }
}
