package vn.lienthong.gateway.verification;

import java.util.List;
import java.util.stream.Stream;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;

/** What is concluded about a file, best first. */
public enum Outcome {
    /** Every signature passed. */
    PASSED(0),
    /** No signature there, or a PDF without one beside signed ones: nothing vouches for it. */
    UNSIGNED(3),
    /** Neither may be said by what is at hand. */
    INDETERMINATE(2),
    /** Some signature failed or is broken, or the file cannot be read. */
    FAILED(1);

    private final int exitCode;

    Outcome(int exitCode) {
        this.exitCode = exitCode;
    }

    /** What a command ends with. */
    public int exitCode() {
        return exitCode;
    }

    /** The graver of the two. */
    public Outcome worse(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /**
     * Of one file.
     *
     * @param findings about the file itself; an error among them means that it is not what was sent
     */
    public static Outcome of(List<SignatureReport> reports, List<Finding> findings) {
        if (findings.stream().anyMatch(Finding::isError)) {
            return FAILED;
        }
        return reports.stream().flatMap(Outcome::of).reduce(Outcome::worse).orElse(UNSIGNED);
    }

    private static Stream<Outcome> of(SignatureReport report) {
        return switch (report.presence()) {
            case SIGNED -> Stream.of(of(report.overall()));
            case BROKEN -> Stream.of(FAILED);
            case NOT_CHECKED -> Stream.of(INDETERMINATE);
            case UNSIGNED -> envelope(report) ? Stream.empty() : Stream.of(UNSIGNED);
            // Neither speaks for or against the files: what is left decides.
            case NOT_APPLICABLE, DECORATIVE -> Stream.empty();
        };
    }

    /** Hardly any packet is signed as a whole; the attachments carry the legal weight. */
    private static boolean envelope(SignatureReport report) {
        return report.subject().equals(SignatureReport.ENVELOPE) && report.presence() == Presence.UNSIGNED;
    }

    private static Outcome of(Indication indication) {
        return switch (indication) {
            case TOTAL_PASSED -> PASSED;
            case INDETERMINATE -> INDETERMINATE;
            case TOTAL_FAILED -> FAILED;
        };
    }
}
