package vn.lienthong.gateway.verification;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.VerifySeal;
import vn.lienthong.gateway.signature.file.FileKind;
import vn.lienthong.gateway.signature.file.FileVerifiers;
import vn.lienthong.gateway.signature.file.VerificationLimits;
import vn.lienthong.gateway.signature.file.VerifyFiles;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.xml.VerifyEnvelope;

/**
 * Judges one file: a signed file of any form, an edXML packet with what is attached to it, or a receipt of a gateway. Safe for
 * many threads.
 */
public final class JudgeFile {

    /** The largest CMS that is read as a whole to see whether it is a receipt. */
    private static final long LONGEST_RECEIPT_BYTES = 16 << 20;

    private final VerifyFiles files;
    private final JudgePacket packets;
    private final JudgeReceipt receipts;

    /** By verifiers that are there already. */
    public JudgeFile(VerifyFiles files, VerifyEnvelope envelope, VerifySeal receipts, Path scratch) {
        this.files = files;
        this.packets = new JudgePacket(files, envelope, scratch);
        this.receipts = new JudgeReceipt(receipts, new MatchDocument(scratch));
    }

    /**
     * With one trust for everything.
     *
     * @param scratch a folder of ours in which the files of large packets lie while they are judged
     */
    public static JudgeFile trusting(
            TrustStores stores,
            Revocations revocations,
            ValidationPolicy policy,
            VerificationLimits limits,
            Path scratch) {
        return new JudgeFile(
                FileVerifiers.of(stores, revocations, policy, limits),
                new VerifyEnvelope(stores, revocations, policy, limits.envelope()),
                new VerifySeal(stores, revocations, policy),
                scratch);
    }

    /**
     * Judges a file. A bad file never throws.
     *
     * @param beside what a detached signature may be over, and the documents that a receipt is held against
     * @throws IOException when a file cannot be read
     */
    public JudgedFile judge(SignedFile file, List<SignedFile> beside, Instant at) throws IOException {
        FileKind kind = FileKind.of(file);
        try {
            return switch (kind) {
                case PACKET -> packets.judge(file, at);
                case CMS -> cms(file, beside, at);
                case PDF, XML, ARCHIVE, OTHER -> JudgedFile.of(kind, files.verify(file, beside, at));
            };
        } catch (RuntimeException ours) {
            // A stranger's bytes found a fault of ours: the other files of the caller are judged all the same.
            return JudgedFile.of(
                    kind,
                    SignatureReport.without(
                            file.name(),
                            Presence.BROKEN,
                            Finding.error(
                                    ErrorCode.INTERNAL, file.name(), "file: " + ours + " (expected: a judgement)")));
        }
    }

    private JudgedFile cms(SignedFile file, List<SignedFile> beside, Instant at) throws IOException {
        if (file.length() <= LONGEST_RECEIPT_BYTES) {
            Optional<JudgedFile> receipt = receipts.judge(file, beside, at);
            if (receipt.filter(judged -> judged.receipt().isPresent() || !files.judges(FileKind.CMS))
                    .isPresent()) {
                return receipt.get();
            }
        }
        return JudgedFile.of(FileKind.CMS, files.verify(file, beside, at));
    }
}
