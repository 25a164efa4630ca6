package vn.lienthong.routes.platform;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import vn.lienthong.gateway.signature.ValidationPolicy;

/**
 * {@code lienthong.verification}: what the rules of signature verification mean here, and what else is asked about signatures
 * that we judged. Integrity, the path to a trusted root and revocation are no rules.
 *
 * @param rules {@code rule=LEVEL}, {@code rule.branch=LEVEL} or {@code rule.branch.form=LEVEL} each, the narrowest counts;
 *     levels {@code FAIL}, {@code WARN}, {@code INFORM}, {@code IGNORE}; default none: as {@code doctor} shows
 * @param algorithmEnds {@code algorithm=yyyy-mm-dd} each: the last day on which a digest ({@code SHA-256}) or keys of up to so
 *     many bits ({@code RSA-2048}, {@code EC-256}) may have signed; default none
 * @param secondOpinion {@code off}, {@code sampled} or {@code always}: which documents another engine is asked about, after
 *     they are on record; default {@code sampled}
 * @param secondOpinionPerThousand of so many signed documents, when sampled; default 20
 * @param secondOpinionThreads how many documents are asked about at once; default 1
 * @param secondOpinionTimeout how long one file may take; default 60 s
 * @param secondOpinionLargest a larger file is not asked about: the engine holds a file several times in memory; default
 *     20 MB
 * @param secondOpinionWaiting with so many waiting, sampling passes over the next ones; default 1000
 */
public record VerificationSettings(
        @DefaultValue List<String> rules,
        @DefaultValue List<String> algorithmEnds,
        @DefaultValue("sampled") String secondOpinion,
        @DefaultValue("20") int secondOpinionPerThousand,
        @DefaultValue("1") int secondOpinionThreads,
        @DefaultValue("60s") Duration secondOpinionTimeout,
        @DefaultValue("20MB") DataSize secondOpinionLargest,
        @DefaultValue("1000") int secondOpinionWaiting) {

    private static final String OFF = "off";
    private static final String ALWAYS = "always";
    private static final String PATH = "lienthong.verification.second-opinion";

    public VerificationSettings {
        rules = List.copyOf(rules);
        algorithmEnds = List.copyOf(algorithmEnds);
        RuleSettings.policy(rules, algorithmEnds);
        // To YAML a bare "off" is a truth value.
        secondOpinion = secondOpinion.equals("false") ? OFF : secondOpinion;
        if (!List.of(OFF, "sampled", ALWAYS).contains(secondOpinion)) {
            throw Setting.refuse(PATH, secondOpinion, "off, sampled hoặc always");
        }
        Setting.inRange(PATH + "-per-thousand", secondOpinionPerThousand, 1, 1_000);
        Setting.inRange(PATH + "-threads", secondOpinionThreads, 1, 16);
        Setting.inRange(PATH + "-timeout", secondOpinionTimeout, Duration.ofSeconds(1), Duration.ofMinutes(10));
        Setting.inRange(PATH + "-largest", secondOpinionLargest, DataSize.ofKilobytes(10), DataSize.ofMegabytes(200));
        Setting.inRange(PATH + "-waiting", secondOpinionWaiting, 1, 1_000_000);
    }

    /** What verification measures by. */
    ValidationPolicy policy() {
        return RuleSettings.policy(rules, algorithmEnds);
    }

    public boolean asks() {
        return !secondOpinion.equals(OFF);
    }

    boolean asksAlways() {
        return secondOpinion.equals(ALWAYS);
    }
}
