package vn.lienthong.gateway.dossier.opinion;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.signature.FileVerifier;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.secondopinion.NoOpinion;
import vn.lienthong.gateway.signature.secondopinion.Opinion;
import vn.lienthong.gateway.signature.secondopinion.SecondOpinion;

/**
 * Has both engines judge each signed file of a document, of whatever form, as of its receipt and by the same trust: ours anew, since lists and
 * roots of today are what the other one is given too. It is asked only about files in which we passed something, and would have
 * passed it without what an administrator set.
 */
public final class CompareDocument {

    private final ReadSignedFiles files;
    private final FileVerifier ours;
    private final FileVerifier strict;
    private final SecondOpinion theirs;

    /**
     * @param ours by what the administrator set
     * @param strict by our standard rules, with revocation as fresh as it says of itself: what the other engine is measured by
     */
    public CompareDocument(ReadSignedFiles files, FileVerifier ours, FileVerifier strict, SecondOpinion theirs) {
        this.files = files;
        this.ours = ours;
        this.strict = strict;
        this.theirs = theirs;
    }

    /**
     * Goes on after a file about which nothing is said: one bad file does not hide a dispute about another.
     *
     * @param beforeEach run before the engine is asked about a file, which may take its time
     * @throws NoOpinion when the engine fails on a file and disputes none; nothing is said then about the document
     */
    DocumentComparison compare(Dossier dossier, Runnable beforeEach) throws NoOpinion {
        Both both = new Both(dossier.receivedAt(), beforeEach);
        files.of(dossier.bytes(), both);
        return both.compared();
    }

    private final class Both implements ReadSignedFiles.Visitor {
        private final Instant at;
        private final Runnable beforeEach;
        private final List<ComparedSignature> signatures = new ArrayList<>();
        private final List<NoOpinion> failures = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();
        private boolean asked;
        private boolean unsettled;

        Both(Instant at, Runnable beforeEach) {
            this.at = at;
            this.beforeEach = beforeEach;
        }

        @Override
        public void file(SignedFile file, List<SignedFile> beside) throws IOException {
            if (failures.stream().anyMatch(none -> !none.asked())) {
                return;
            }
            FilesRead over = new FilesRead(beside);
            SignatureReport report = ours.verify(file, over.watched(), at);
            if (!passedAndSettled(report)) {
                return;
            }
            SignatureReport without = strict.verify(file, over.watched(), at);
            if (without.verdicts().stream().anyMatch(Both::mayImprove)) {
                // By the administrator's patience we passed what a later list settles: it is asked about then.
                wait(file.name());
            } else if (!CompareOpinions.worthAsking(report, without)) {
                signatures.addAll(CompareOpinions.of(report, without, new Opinion(List.of())));
            } else if (files.mayBeShown(file, over.read())) {
                ask(file, over.read(), report, without);
            } else {
                missing.add(tooMuch(file.name()));
            }
        }

        private void ask(SignedFile file, List<SignedFile> over, SignatureReport report, SignatureReport without) {
            beforeEach.run();
            try {
                signatures.addAll(CompareOpinions.of(report, without, theirs.about(file, over, at)));
                asked = true;
            } catch (NoOpinion none) {
                if (none.never()) {
                    missing.add("không đưa cho phần mềm khác được (" + none.getMessage() + ")");
                } else {
                    failures.add(none);
                }
            }
        }

        /** It stays without an opinion, which is no reason to do without one about the others. */
        @Override
        public void tooLarge(SignedFile file, List<SignedFile> beside) throws IOException {
            if (passedAndSettled(ours.verify(file, beside, at))) {
                missing.add(tooMuch(file.name()));
            }
        }

        private boolean passedAndSettled(SignatureReport report) {
            boolean passed = report.verdicts().stream().anyMatch(one -> one.indication() == Indication.TOTAL_PASSED);
            boolean waits = report.verdicts().stream().anyMatch(Both::mayImprove);
            if (waits && passed) {
                wait(report.subject());
            }
            unsettled |= waits;
            return passed && !waits;
        }

        /** Nothing is missing while it may still be settled; the day it no longer may, this is. */
        private void wait(String name) {
            unsettled = true;
            missing.add("chữ ký trong tệp " + name + " mãi chưa kết luận được");
        }

        private static String tooMuch(String name) {
            return "tệp " + name + " lớn hơn mức được hỏi";
        }

        DocumentComparison compared() throws NoOpinion {
            if (!failures.isEmpty() && !CompareOpinions.disagree(signatures)) {
                throw told();
            }
            return new DocumentComparison(signatures, asked, unsettled, missing);
        }

        /** Who was asked and failed says more than that there was no time to ask. */
        private NoOpinion told() {
            return failures.stream().filter(NoOpinion::asked).findFirst().orElse(failures.getLast());
        }

        private static boolean mayImprove(SignatureVerdict verdict) {
            return verdict.subIndication().filter(SubIndication::mayImprove).isPresent();
        }
    }
}
