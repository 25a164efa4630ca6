package vn.lienthong.routes.report;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.AlgorithmFacts;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.verification.JudgedFile;

/** The verdict as lines of plain text: sentences first, facts under them. */
public final class VerdictText {
    private static final String VIETNAMESE = "vi";

    private final PrintWriter out;
    private final Texts texts;
    private final TellFile file;
    private final TellReport telling;

    public VerdictText(PrintWriter out, Locale language) {
        this.out = out;
        this.texts = Texts.of(language);
        this.file = new TellFile(texts);
        this.telling = new TellReport(texts);
    }

    /** Everything about one file. */
    public void print(JudgedFile judged) {
        say("", Clean.text(judged.name()));
        say("  ", file.outcome(judged));
        file.about(judged).forEach(sentence -> say("  ", sentence));
        judged.receipt()
                .ifPresent(receipt ->
                        say("    ", "SHA-256: " + receipt.content().bytes().hex()));
        findings("  ", judged.findings());
        judged.reports().forEach(this::print);
        out.flush();
    }

    /**
     * By which rules everything above was judged.
     *
     * @param source where they are written; empty for the standard ones
     * @param rules those that are not as usual
     */
    public void measuredBy(String source, String rules) {
        say(
                "",
                source.isEmpty()
                        ? texts.say("tell.policy.standard")
                        : rules.isEmpty()
                                ? texts.say("tell.policy.usual", source)
                                : texts.say("tell.policy.file", source, rules));
    }

    /** As of when everything above was judged. */
    public void asked(Instant at) {
        say("", file.asked(at));
        out.flush();
    }

    private void print(SignatureReport report) {
        Told told = telling.tell(report);
        say("  ", told.subject() + ": " + told.headline());
        findings("    ", report.findings());
        for (int i = 0; i < told.signatures().size(); i++) {
            print(told.signatures().get(i), report.verdicts().get(i));
        }
        told.timestamps().forEach(sentence -> say("    ", sentence));
        told.advice().forEach(sentence -> say("    → ", sentence));
    }

    private void print(Told.Signature told, SignatureVerdict verdict) {
        say("    ", told.headline());
        told.sentences().forEach(sentence -> say("      ", sentence));
        details(verdict.facts()).forEach(sentence -> say("      · ", sentence));
        findings("      ", verdict.findings());
    }

    private List<String> details(SignatureFacts facts) {
        List<String> details = facts.signer()
                .map(signer -> List.of(texts.say(
                        "tell.certificate",
                        signer.serial(),
                        Texts.time(signer.validFrom()) + " – " + Texts.time(signer.validTo()),
                        signer.issuer())))
                .orElse(List.of());
        AlgorithmFacts used = facts.algorithms();
        if (used.equals(AlgorithmFacts.UNKNOWN)) {
            return details;
        }
        String algorithms =
                texts.say("tell.algorithms", used.digest(), used.signature(), Integer.toString(used.keyBits()));
        return details.isEmpty() ? List.of(algorithms) : List.of(details.getFirst(), algorithms);
    }

    private void findings(String indent, List<Finding> findings) {
        for (Finding finding : findings) {
            String title = texts.language().equals(VIETNAMESE) ? finding.code().vietnamese() + ": " : "";
            say(
                    indent + "! ",
                    title + Clean.text(finding.text()) + " [" + finding.code() + ", " + Clean.text(finding.where())
                            + "]");
        }
    }

    private void say(String indent, String text) {
        out.println(indent + text);
    }
}
