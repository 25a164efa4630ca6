package vn.lienthong.gateway.signature.pdf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.JudgeCms;

/** One verification of one file that our strict reader accepts. */
final class VerifyFile {
    private final String name;
    private final PdfFile file;
    private final JudgeCms cms;
    private final JudgeChanges judgeChanges;
    private final Instant validationTime;
    private final List<Finding> findings = new ArrayList<>();
    private final List<SignatureVerdict> broken = new ArrayList<>();

    VerifyFile(String name, PdfFile file, JudgeCms cms, ValidationPolicy policy, Instant validationTime) {
        this.name = name;
        this.file = file;
        this.cms = cms;
        this.judgeChanges = new JudgeChanges(policy);
        this.validationTime = validationTime;
    }

    SignatureReport report() throws PdfFault {
        List<SignatureField> fields = fields();
        if (fields.isEmpty()) {
            return unsigned();
        }
        if (fields.size() > file.limits().maximumSignatures()) {
            return brokenReport("signatures: " + fields.size() + " (expected: at most "
                    + file.limits().maximumSignatures() + ")");
        }
        List<SignedRange> ranges = new ArrayList<>();
        ReadSignature reader = new ReadSignature(file);
        for (SignatureField field : fields) {
            try {
                ranges.add(reader.read(field));
            } catch (PdfFault fault) {
                broken(field, fault);
            }
        }
        ranges.sort(Comparator.comparingInt(SignedRange::end));
        JudgeRevisions.Judged judged =
                new JudgeRevisions(name, file, cms, judgeChanges, validationTime).judge(revisions(ranges));
        List<SignatureVerdict> verdicts = new ArrayList<>(judged.verdicts());
        verdicts.addAll(broken);
        boolean sound = broken.isEmpty() && findings.isEmpty();
        findings.addAll(judged.findings());
        return new SignatureReport(name, presence(sound, verdicts), verdicts, judged.timestamps(), findings);
    }

    /** A file under a timestamp alone is signed by nobody. */
    private static Presence presence(boolean sound, List<SignatureVerdict> verdicts) {
        return !sound ? Presence.BROKEN : verdicts.isEmpty() ? Presence.UNSIGNED : Presence.SIGNED;
    }

    /** The signatures of every revision: one that a later revision no longer shows was hidden. */
    private List<SignatureField> fields() throws PdfFault {
        List<SignatureField> now = FindSignatures.in(file.newest());
        Map<Integer, SignatureField> hidden = new LinkedHashMap<>();
        for (int updates = 1; updates < file.sections().size(); updates++) {
            for (SignatureField field : earlier(updates)) {
                hidden.put(field.place(), field);
            }
        }
        now.forEach(field -> hidden.remove(field.place()));
        hidden.values()
                .forEach(field -> findings.add(Finding.error(
                        ErrorCode.SIGNATURE_BROKEN,
                        name + " " + field.name(),
                        "signature: taken out by a later revision (expected: kept)")));
        List<SignatureField> all = new ArrayList<>(now);
        all.addAll(hidden.values());
        return all;
    }

    private List<SignatureField> earlier(int updates) {
        try {
            return FindSignatures.in(file.before(updates));
        } catch (PdfFault notARevision) {
            // The older part of a linearised file is no whole file, and holds no signature of its own.
            return List.of();
        }
    }

    private SignatureReport unsigned() throws PdfFault {
        int trace = DoubtfulPdf.traced(file.bytes());
        if (trace >= 0 && !LiveStreams.cover(file, trace)) {
            return brokenReport(
                    "byte " + trace + ": a signature that no form field leads to (expected: a signature field)");
        }
        return SignatureReport.without(name, Presence.UNSIGNED);
    }

    private SignatureReport brokenReport(String text) {
        return SignatureReport.without(name, Presence.BROKEN, Finding.error(ErrorCode.SIGNATURE_BROKEN, name, text));
    }

    private void broken(SignatureField field, PdfFault fault) {
        Judgement judgement = new Judgement(name + " " + field.name());
        judgement.object(SubIndication.FORMAT_FAILURE, ErrorCode.SIGNATURE_BROKEN, fault.text());
        broken.add(judgement.verdict(
                SignatureFacts.unread(field.name(), ReadSignature.subFilter(field.value()), validationTime)));
    }

    /** The revisions of those that have one; the others are broken. */
    private List<JudgeRevisions.Signed> revisions(List<SignedRange> ranges) {
        List<JudgeRevisions.Signed> signed = new ArrayList<>();
        for (SignedRange range : ranges) {
            try {
                int after = signed.isEmpty() ? 0 : signed.getLast().range().end();
                signed.add(new JudgeRevisions.Signed(range, revision(range, after)));
            } catch (PdfFault fault) {
                broken(range.field(), fault);
            }
        }
        return signed;
    }

    /** The revision a signature was made in: it ends where the signature does, and shows it. */
    private PdfView revision(SignedRange range, int after) throws PdfFault {
        if (range.gapStart() < after) {
            throw new PdfFault("/ByteRange: overlaps another signature's (expected: each in its own revision)");
        }
        PdfView revision = file.revisionEndingAt(range.end());
        boolean shown = FindSignatures.in(revision).stream()
                .anyMatch(field -> field.place() == range.field().place());
        if (!shown) {
            throw new PdfFault("signature: not in the revision it covers (expected: in it)");
        }
        return revision;
    }
}
