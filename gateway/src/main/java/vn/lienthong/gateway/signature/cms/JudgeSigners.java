package vn.lienthong.gateway.signature.cms;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.DocumentTimestamp;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.path.Proofs;

/**
 * Judges every signer of one CMS value by himself (RFC 5652 §5.1), over the content inside or one handed in. Where there are both
 * they must be equal: else two readers would see different things signed. Safe for many threads.
 */
public final class JudgeSigners {
    private static final String COUNTER_SIGNATURE = "1.2.840.113549.1.9.6";
    private static final int PIECE_BYTES = 1 << 16;

    private final JudgeCms judge;
    private final CmsLimits limits;

    public JudgeSigners(JudgeCms judge, CmsLimits limits) {
        this.judge = judge;
        this.limits = limits;
    }

    /**
     * What is to be judged.
     *
     * @param name what findings call the signature
     * @param content what the signature must be over; null when that is not at hand, or inside
     * @param claim what the carrier adds
     * @param carrier what the carrier objects to, asked before a verdict is made; intact where it has nothing to add
     */
    public record Question(
            String name,
            byte[] cms,
            @Nullable SignedFile content,
            Claim claim,
            Coverage coverage,
            Proofs proofs,
            Carrier carrier) {}

    /** What carries a signature may know more of what is signed. */
    @FunctionalInterface
    public interface Carrier {
        /** Adds nothing. */
        Carrier NONE = judgement -> Integrity.INTACT;

        /** Whether all that is signed by way of the content is intact. */
        Integrity check(Judgement judgement) throws IOException;
    }

    /** What was found: a verdict per signer, in order; archive timestamps of all of them. */
    public record Judged(List<SignatureVerdict> verdicts, List<DocumentTimestamp> timestamps) {}

    /**
     * Judges them all.
     *
     * @throws CmsException when it cannot be read, or is followed by other bytes
     * @throws IOException when the content cannot be read
     */
    public Judged judge(Question question) throws CmsException, IOException {
        List<CmsSignature> signers = CmsSignature.each(question.cms(), limits);
        CmsSignature first = signers.getFirst();
        if (first.bytes() != question.cms().length) {
            throw new CmsException("CMS: bytes after its value (expected: none)");
        }
        if (first.contentType().equals(CheckTimestamp.TST_INFO)) {
            throw new CmsException.SignsNothing("content: a timestamp (expected: a document)");
        }
        boolean differs =
                first.content() != null && question.content() != null && !same(first.content(), question.content());
        ContentDigest content = content(signers, question.content());
        List<SignatureVerdict> verdicts = new ArrayList<>();
        List<DocumentTimestamp> timestamps = new ArrayList<>();
        for (int at = 0; at < signers.size(); at++) {
            String field = signers.size() == 1 ? question.name() : question.name() + " signer " + (at + 1);
            verdicts.add(verdict(question, field, signers.get(at), content, differs, timestamps));
        }
        return new Judged(verdicts, timestamps);
    }

    private static ContentDigest content(List<CmsSignature> signers, @Nullable SignedFile beside) throws IOException {
        Optional<ContentDigest> inside = signers.getFirst().inside();
        if (inside.isPresent()) {
            return inside.get();
        }
        if (beside == null) {
            return NotAtHand.CONTENT;
        }
        Set<String> named = new LinkedHashSet<>();
        signers.forEach(signer -> signer.digestName().ifPresent(named::add));
        return new StreamedDigests(beside, named);
    }

    private enum NotAtHand implements ContentDigest {
        CONTENT;

        @Override
        public byte[] compute(String algorithm) {
            return new byte[0];
        }

        @Override
        public boolean known() {
            return false;
        }
    }

    private static boolean same(Der inside, SignedFile beside) throws IOException {
        if (inside.contentLength() != beside.length()) {
            return false;
        }
        try (InputStream one = inside.open();
                InputStream other = beside.open()) {
            byte[] ours = one.readNBytes(PIECE_BYTES);
            while (ours.length > 0) {
                if (!Arrays.equals(ours, other.readNBytes(ours.length))) {
                    return false;
                }
                ours = one.readNBytes(PIECE_BYTES);
            }
            return other.read() < 0;
        }
    }

    private SignatureVerdict verdict(
            Question question,
            String field,
            CmsSignature signer,
            ContentDigest content,
            boolean differs,
            List<DocumentTimestamp> timestamps)
            throws IOException {
        Judgement judgement = new Judgement(field);
        if (differs) {
            judgement.object(
                    SubIndication.HASH_FAILURE,
                    ErrorCode.SIGNATURE_FAILED,
                    "content inside: another than the one handed in (expected: the same)");
        }
        Integrity carried =
                differs ? Integrity.CONTENT_CHANGED : question.carrier().check(judgement);
        CmsOutcome outcome = judge.judge(signer, content, question.claim(), question.proofs(), judgement);
        tellCounterSignatures(signer, judgement);
        timestamps.addAll(outcome.archiveTimestamps());
        return judgement.verdict(new SignatureFacts(
                field,
                signer.cades() ? "CAdES" : "CMS",
                outcome.signer(),
                outcome.time(),
                outcome.algorithms(),
                question.coverage(),
                outcome.integrity() == Integrity.INTACT ? carried : outcome.integrity(),
                outcome.path(),
                outcome.revocation(),
                List.of()));
    }

    /** A counter-signature is over the signature, not over the document: it is named, and makes nothing better. */
    private static void tellCounterSignatures(CmsSignature signer, Judgement judgement) {
        int count = signer.signer().unsigned().values(COUNTER_SIGNATURE).size();
        if (count > 0) {
            judgement.weigh(
                    Level.INFORM,
                    SubIndication.SIG_CONSTRAINTS_FAILURE,
                    ErrorCode.SIGNATURE_COUNTERSIGNED,
                    "counter-signatures: " + count + ", not judged (expected: none, RFC 5652 §11.4)");
        }
    }
}
