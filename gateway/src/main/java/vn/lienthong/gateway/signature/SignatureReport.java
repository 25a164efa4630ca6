package vn.lienthong.gateway.signature;

import java.util.List;
import java.util.stream.Stream;
import vn.lienthong.gateway.finding.Finding;

/**
 * Everything that was found about the signatures of one thing.
 *
 * @param subject an attachment's name, or {@code envelope}
 * @param verdicts one per signature, oldest first
 * @param timestamps over the whole of a file, oldest first; they are no signatures, and prove when these existed
 * @param findings about the thing as a whole; what concerns one signature is in its verdict
 */
public record SignatureReport(
        String subject,
        Presence presence,
        List<SignatureVerdict> verdicts,
        List<DocumentTimestamp> timestamps,
        List<Finding> findings) {

    /** What the packet's own signature is called. */
    public static final String ENVELOPE = "envelope";

    public SignatureReport {
        verdicts = List.copyOf(verdicts);
        timestamps = List.copyOf(timestamps);
        findings = List.copyOf(findings);
        if (presence == Presence.SIGNED && verdicts.isEmpty()) {
            throw new IllegalArgumentException("report of " + subject + ": signed (expected: at least one verdict)");
        }
    }

    /** A report about something without timestamps of its own. */
    public SignatureReport(String subject, Presence presence, List<SignatureVerdict> verdicts, List<Finding> findings) {
        this(subject, presence, verdicts, List.of(), findings);
    }

    /** The same with other verdicts about the same signatures. */
    public SignatureReport withVerdicts(List<SignatureVerdict> others) {
        return new SignatureReport(subject, presence, others, timestamps, findings);
    }

    /** A report about something in which no signature was judged. */
    public static SignatureReport without(String subject, Presence presence, Finding... findings) {
        return new SignatureReport(subject, presence, List.of(), List.of(findings));
    }

    /**
     * The worst of all signatures. A broken one counts as failed. Where nothing was signed or judged the answer is
     * {@code INDETERMINATE}: nothing is proved, and {@link #presence()} says why.
     */
    public Indication overall() {
        return switch (presence) {
            case BROKEN -> Indication.TOTAL_FAILED;
            case SIGNED ->
                verdicts.stream()
                        .map(SignatureVerdict::indication)
                        .reduce(Indication::worse)
                        .orElse(Indication.INDETERMINATE);
            case UNSIGNED, NOT_APPLICABLE, DECORATIVE, NOT_CHECKED -> Indication.INDETERMINATE;
        };
    }

    /** Findings of the whole and of every signature. */
    public List<Finding> allFindings() {
        return Stream.concat(findings.stream(), verdicts.stream().flatMap(verdict -> verdict.findings().stream()))
                .toList();
    }
}
