package vn.lienthong.routes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.lienthong.gateway.evidence.CheckReceipt;
import vn.lienthong.gateway.signature.DocumentTimestamp;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;

/**
 * Turns a report into sentences for people: who signed for which agency, when and by whose clock, whether it is intact, trusted,
 * revoked, what was added after, which timestamps prove it, and what to do now. It adds nothing to what was found.
 */
public final class TellReport {
    private final Texts texts;
    private final TellSignature signatures;

    public TellReport(Locale language) {
        this(Texts.of(language));
    }

    TellReport(Texts texts) {
        this.texts = texts;
        this.signatures = new TellSignature(texts);
    }

    public Told tell(SignatureReport report) {
        List<Told.Signature> told = new ArrayList<>();
        for (SignatureVerdict verdict : report.verdicts()) {
            told.add(signatures.tell(told.size() + 1, verdict));
        }
        return new Told(
                subject(report),
                headline(report),
                tone(report),
                told,
                report.timestamps().stream().map(this::stamp).toList(),
                advice(report));
    }

    private String subject(SignatureReport report) {
        return switch (report.subject()) {
            case SignatureReport.ENVELOPE -> texts.say("report.envelope");
            case CheckReceipt.SEAL -> texts.say("report.seal");
            default -> Clean.text(report.subject());
        };
    }

    private String headline(SignatureReport report) {
        return report.presence() == Presence.SIGNED
                ? texts.word(
                        "tell.signed",
                        report.overall(),
                        Integer.toString(report.verdicts().size()))
                : texts.word("tell.presence", report.presence());
    }

    private static Told.Tone tone(SignatureReport report) {
        return switch (report.presence()) {
            case SIGNED -> TellSignature.tone(report.overall());
            case BROKEN -> Told.Tone.BAD;
            case NOT_CHECKED, DECORATIVE -> Told.Tone.DOUBT;
            case UNSIGNED, NOT_APPLICABLE -> Told.Tone.PLAIN;
        };
    }

    private String stamp(DocumentTimestamp stamp) {
        String authority =
                stamp.authority().filter(name -> !name.isBlank()).orElseGet(() -> texts.say("tell.stamp.nobody"));
        String covered = texts.word("tell.stamp.coverage", stamp.coverage());
        return stamp.reason()
                .map(reason -> texts.say("tell.stamp.unproven", authority, Texts.time(stamp.time())) + " "
                        + texts.word("tell.because", reason))
                .orElseGet(() -> texts.say("tell.stamp.proven", authority, Texts.time(stamp.time()), covered));
    }

    /** Each advice once, the gravest first. */
    private List<String> advice(SignatureReport report) {
        if (report.presence() != Presence.SIGNED) {
            return List.of(texts.word("tell.do.presence", report.presence()));
        }
        List<String> reasons = report.verdicts().stream()
                .flatMap(verdict -> verdict.subIndication().stream())
                .sorted()
                .distinct()
                .map(reason -> texts.word("tell.do", reason))
                .distinct()
                .toList();
        Stream<String> undated = report.verdicts().stream()
                .filter(verdict -> !verdict.facts().time().timestampProven()
                        && report.timestamps().isEmpty())
                .limit(1)
                .map(verdict -> texts.say("tell.do.undated"));
        return reasons.isEmpty()
                ? Stream.concat(Stream.of(texts.say("tell.do.nothing")), undated)
                        .toList()
                : reasons;
    }
}
