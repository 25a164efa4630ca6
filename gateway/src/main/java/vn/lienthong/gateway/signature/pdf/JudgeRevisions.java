package vn.lienthong.gateway.signature.pdf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.Change.Kind;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.DocumentTimestamp;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignerFacts;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.cms.CmsException;
import vn.lienthong.gateway.signature.cms.CmsOutcome;
import vn.lienthong.gateway.signature.cms.JudgeCms;
import vn.lienthong.gateway.signature.cms.TimestampVerdict;
import vn.lienthong.gateway.signature.path.CarriedEvidence;
import vn.lienthong.gateway.signature.path.Proofs;

/**
 * Judges the signatures and timestamps of one file, newest first: a proven timestamp is a proof of existence for everything in
 * the revision that it covers, earlier timestamps included (EN 319 102-1 §5.6.2.3).
 */
final class JudgeRevisions {
    private final String name;
    private final PdfFile file;
    private final JudgeCms cms;
    private final JudgeChanges changes;
    private final Instant validationTime;

    JudgeRevisions(String name, PdfFile file, JudgeCms cms, JudgeChanges changes, Instant validationTime) {
        this.name = name;
        this.file = file;
        this.cms = cms;
        this.changes = changes;
        this.validationTime = validationTime;
    }

    /** A signature or timestamp with the revision it was made in. */
    record Signed(SignedRange range, PdfView revision) {}

    /** What was found, oldest first. */
    record Judged(List<SignatureVerdict> verdicts, List<DocumentTimestamp> timestamps, List<Finding> findings) {}

    /** Judges what lies in a file, oldest first. */
    Judged judge(List<Signed> signed) {
        RangeDigests digests = new RangeDigests(
                file.bytes(), signed.stream().map(Signed::range).toList());
        List<List<Change>> steps = steps(signed);
        Judged judged = new Judged(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Proofs proofs = new Proofs(validationTime, null, carried());
        int lastSignature = lastSignature(signed);
        // Behind this one nothing speaks for what was changed.
        int covering = lastSignature;
        boolean doubtful = false;
        for (int at = signed.size() - 1; at >= 0; at--) {
            SignedRange range = signed.get(at).range();
            if (range.timestamp()) {
                TimestampVerdict verdict = timestamp(range, digests, proofs, judged);
                covering = verdict.wrong() ? covering : Math.max(covering, at);
                doubtful |= !verdict.wrong() && !verdict.provenButForRevocation() && at > lastSignature;
                proofs = verdict.proven() ? proofs.provenBy(verdict.time()) : proofs;
            } else {
                After after = new After(
                        joined(steps.subList(at, lastSignature)),
                        joined(steps.subList(lastSignature, covering)),
                        joined(steps.subList(covering, steps.size())));
                judged.verdicts().add(verdict(range, digests, proofs, after, doubtful));
            }
        }
        Collections.reverse(judged.verdicts());
        Collections.reverse(judged.timestamps());
        return judged;
    }

    /** What came after a signature: under a later signature, under timestamps alone, under nothing. */
    private record After(List<Change> covered, List<Change> stamped, List<Change> uncovered) {
        List<Change> all() {
            return joined(List.of(covered, stamped, uncovered));
        }
    }

    private static int lastSignature(List<Signed> signed) {
        int last = signed.size() - 1;
        while (last > 0 && signed.get(last).range().timestamp()) {
            last--;
        }
        return Math.max(last, 0);
    }

    private CarriedEvidence carried() {
        return file.sections().isEmpty() ? CarriedEvidence.NONE : ReadEvidence.in(file.newest());
    }

    private static List<Change> joined(List<List<Change>> steps) {
        return steps.stream().flatMap(List::stream).toList();
    }

    /** What happened between each signed revision and the next, and after the last one. */
    private List<List<Change>> steps(List<Signed> signed) {
        List<List<Change>> steps = new ArrayList<>();
        for (int at = 1; at < signed.size(); at++) {
            steps.add(CompareRevisions.between(
                    signed.get(at - 1).revision(), signed.get(at).revision()));
        }
        if (!signed.isEmpty()) {
            steps.add(tail(signed.getLast()));
        }
        return steps;
    }

    private List<Change> tail(Signed last) {
        int end = last.range().end();
        int length = file.bytes().length();
        if (end == length) {
            return List.of();
        }
        PdfView revision = last.revision();
        List<Change> found = revision.section() == 0 ? List.of() : CompareRevisions.between(revision, file.newest());
        return found.isEmpty()
                ? List.of(new Change(Kind.CONTENT, (length - end) + " bytes after the last signed revision"))
                : found;
    }

    private TimestampVerdict timestamp(SignedRange range, RangeDigests digests, Proofs proofs, Judged judged) {
        String where = name + " " + range.field().name();
        try {
            TimestampVerdict verdict = cms.timestamp(range.cms(), algorithm -> digests.of(range, algorithm), proofs);
            judged.timestamps()
                    .add(new DocumentTimestamp(
                            range.field().name(),
                            verdict.time(),
                            verdict.authority(),
                            coverage(range),
                            verdict.reason()));
            verdict.fault().ifPresent(text -> judged.findings()
                    .add(Finding.warning(
                            ErrorCode.SIGNATURE_TIMESTAMP_UNPROVEN, where, "document timestamp: " + text)));
            return verdict;
        } catch (CmsException malformed) {
            String text = String.valueOf(malformed.getMessage());
            judged.findings()
                    .add(Finding.warning(ErrorCode.SIGNATURE_TIMESTAMP_UNPROVEN, where, "document timestamp: " + text));
            return TimestampVerdict.unreadable(validationTime, text);
        }
    }

    private SignatureVerdict verdict(
            SignedRange range, RangeDigests digests, Proofs proofs, After after, boolean doubtful) {
        Judgement judgement = new Judgement(name + " " + range.field().name());
        CmsOutcome outcome =
                cms.judge(range.cms(), algorithm -> digests.of(range, algorithm), range.claim(), proofs, judgement);
        changes.judge(
                range,
                after.covered(),
                after.stamped(),
                after.uncovered(),
                outcome.signer().flatMap(SignerFacts::branch),
                judgement);
        if (doubtful) {
            judgement.object(
                    SubIndication.SIG_CONSTRAINTS_FAILURE,
                    ErrorCode.SIGNATURE_TIMESTAMP_UNPROVEN,
                    "file: ends with a timestamp that is not proven (expected: a signature, or a proven timestamp)");
        }
        return judgement.verdict(new SignatureFacts(
                range.field().name(),
                range.subFilter(),
                outcome.signer(),
                outcome.time(),
                outcome.algorithms(),
                coverage(range),
                outcome.integrity(),
                outcome.path(),
                outcome.revocation(),
                after.all()));
    }

    private Coverage coverage(SignedRange range) {
        return range.end() == file.bytes().length() ? Coverage.WHOLE_FILE : Coverage.WHOLE_REVISION;
    }
}
