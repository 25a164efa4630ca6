package vn.lienthong.gateway.signature.pdf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.Change.Kind;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.CmsOutcome;
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
        List<SignatureVerdict> verdicts = judge(ranges);
        verdicts.addAll(broken);
        boolean sound = broken.isEmpty() && findings.isEmpty();
        return new SignatureReport(name, sound ? Presence.SIGNED : Presence.BROKEN, verdicts, findings);
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

    private List<SignatureVerdict> judge(List<SignedRange> ranges) {
        List<SignedRange> whole = new ArrayList<>();
        List<PdfView> revisions = new ArrayList<>();
        for (SignedRange range : ranges) {
            try {
                revisions.add(
                        revision(range, whole.isEmpty() ? 0 : whole.getLast().end()));
                whole.add(range);
            } catch (PdfFault fault) {
                broken(range.field(), fault);
            }
        }
        RangeDigests digests = new RangeDigests(file.bytes(), whole);
        List<List<Change>> steps = steps(whole, revisions);
        List<SignatureVerdict> verdicts = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            List<Change> covered = steps.subList(i, steps.size() - 1).stream()
                    .flatMap(List::stream)
                    .toList();
            verdicts.add(verdict(whole.get(i), digests, covered, steps.getLast()));
        }
        return verdicts;
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

    /** What happened between each signed revision and the next, and after the last one. */
    private List<List<Change>> steps(List<SignedRange> ranges, List<PdfView> revisions) {
        List<List<Change>> steps = new ArrayList<>();
        for (int i = 1; i < revisions.size(); i++) {
            steps.add(CompareRevisions.between(revisions.get(i - 1), revisions.get(i)));
        }
        if (!revisions.isEmpty()) {
            steps.add(tail(ranges.getLast().end(), revisions.getLast()));
        }
        return steps;
    }

    private List<Change> tail(int end, PdfView last) {
        int length = file.bytes().length();
        if (end == length) {
            return List.of();
        }
        List<Change> changes = last.section() == 0 ? List.of() : CompareRevisions.between(last, file.newest());
        return changes.isEmpty()
                ? List.of(new Change(Kind.CONTENT, (length - end) + " bytes after the last signed revision"))
                : changes;
    }

    private SignatureVerdict verdict(
            SignedRange range, RangeDigests digests, List<Change> covered, List<Change> uncovered) {
        Judgement judgement = new Judgement(name + " " + range.field().name());
        CmsOutcome outcome = cms.judge(
                range.cms(), algorithm -> digests.of(range, algorithm), range.claim(), validationTime, judgement);
        judgeChanges.judge(range, covered, uncovered, judgement);
        List<Change> after = new ArrayList<>(covered);
        after.addAll(uncovered);
        return judgement.verdict(new SignatureFacts(
                range.field().name(),
                range.subFilter(),
                outcome.signer(),
                outcome.time(),
                outcome.algorithms(),
                range.end() == file.bytes().length() ? Coverage.WHOLE_FILE : Coverage.WHOLE_REVISION,
                outcome.integrity(),
                outcome.path(),
                outcome.revocation(),
                after));
    }
}
