package vn.lienthong.gateway.signature.path;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.AlgorithmEnd;
import vn.lienthong.gateway.signature.AlgorithmFacts;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Rule;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;

/** Weighs what the policy has rules for about a signer's certificate and algorithms, once the branch is known. */
public final class JudgeRules {
    private static final String POLICIES = "2.5.29.32";
    /** keyEncipherment, dataEncipherment, keyAgreement. */
    private static final int[] OTHER_USAGES = {2, 3, 4};

    private final ValidationPolicy policy;

    public JudgeRules(ValidationPolicy policy) {
        this.policy = policy;
    }

    /**
     * Objects, or tells, as the rules of the branch want it.
     *
     * @param algorithms one for each digest that it leans on
     * @param existed when the signature is proved to exist, else when it was received: a proven timestamp from before an
     *     algorithm's end keeps it good (EN 319 102-1 §5.2.8.4)
     */
    public void judge(
            KnownCertificate signer,
            Optional<String> branch,
            List<AlgorithmFacts> algorithms,
            Instant existed,
            Judgement judgement) {
        if (signer.extendedUsage() == null) {
            weigh(
                    Rule.EXTENDED_USAGE_MISSING,
                    branch,
                    "extended key usage of " + signer + ": none (expected: one)",
                    judgement);
        }
        if (mixed(signer.certificate().getKeyUsage())) {
            weigh(
                    Rule.MIXED_KEY_USAGES,
                    branch,
                    "key usages of " + signer + ": enciphering too (expected: signing alone)",
                    judgement);
        }
        if (signer.certificate().getExtensionValue(POLICIES) == null) {
            weigh(
                    Rule.CERTIFICATE_POLICY_MISSING,
                    branch,
                    "certificate policy of " + signer + ": none (expected: one)",
                    judgement);
        }
        Set<AlgorithmEnd> ended = new LinkedHashSet<>();
        algorithms.forEach(used -> ended.addAll(policy.rules().endedAt(used, existed)));
        for (AlgorithmEnd end : ended) {
            judgement.weigh(
                    policy.level(Rule.ALGORITHM_ENDED, branch),
                    SubIndication.CRYPTO_CONSTRAINTS_FAILURE,
                    ErrorCode.SIGNATURE_WEAK_ALGORITHM,
                    end + ": good until " + end.end()
                            + " (expected: signed before, and proved to be; it is known since " + existed + ")");
        }
    }

    private void weigh(Rule rule, Optional<String> branch, String text, Judgement judgement) {
        judgement.weigh(
                policy.level(rule, branch),
                SubIndication.CHAIN_CONSTRAINTS_FAILURE,
                ErrorCode.SIGNATURE_INDETERMINATE,
                text);
    }

    private static boolean mixed(boolean @Nullable [] usage) {
        if (usage == null) {
            return false;
        }
        for (int bit : OTHER_USAGES) {
            if (bit < usage.length && usage[bit]) {
                return true;
            }
        }
        return false;
    }
}
