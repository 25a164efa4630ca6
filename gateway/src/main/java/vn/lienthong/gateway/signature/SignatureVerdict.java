package vn.lienthong.gateway.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.finding.Finding;

/**
 * The outcome for one signature (EN 319 102-1 §5.1.3).
 *
 * @param subIndication the reason; empty exactly for {@code TOTAL_PASSED}
 */
public record SignatureVerdict(
        Indication indication, Optional<SubIndication> subIndication, SignatureFacts facts, List<Finding> findings) {

    public SignatureVerdict {
        findings = List.copyOf(findings);
        if (indication != subIndication.map(SubIndication::indication).orElse(Indication.TOTAL_PASSED)) {
            throw new IllegalArgumentException("verdict: " + indication + " with " + subIndication
                    + " (expected: a reason that belongs to the indication)");
        }
    }

    /** The same with whose the signer's certificate is. */
    public SignatureVerdict withAgency(SignerAgency whose) {
        return new SignatureVerdict(indication, subIndication, facts.withAgency(whose), findings);
    }

    /** The same with one more finding that changes nothing. */
    public SignatureVerdict with(Finding finding) {
        List<Finding> all = new ArrayList<>(findings);
        all.add(finding);
        return new SignatureVerdict(indication, subIndication, facts, all);
    }

    /** The same with a finding that a rule of the policy objects by; never better than before. */
    public SignatureVerdict objected(Finding finding) {
        SubIndication rule = SubIndication.SIG_CONSTRAINTS_FAILURE;
        SubIndication reason = subIndication.map(before -> before.worse(rule)).orElse(rule);
        return because(reason, facts, with(finding).findings());
    }

    /** The verdict that a reason gives. */
    public static SignatureVerdict because(SubIndication reason, SignatureFacts facts, List<Finding> findings) {
        return new SignatureVerdict(reason.indication(), Optional.of(reason), facts, findings);
    }

    /** The verdict when no check objected. */
    public static SignatureVerdict passed(SignatureFacts facts, List<Finding> findings) {
        return new SignatureVerdict(Indication.TOTAL_PASSED, Optional.empty(), facts, findings);
    }
}
