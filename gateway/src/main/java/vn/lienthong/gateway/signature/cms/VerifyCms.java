package vn.lienthong.gateway.signature.cms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.FileVerifier;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.SignedForm;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.Proofs;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;

/**
 * Verifies CMS and CAdES files (RFC 5652, EN 319 122-1), attached and detached, DER, BER or PEM. Safe for many threads; keep one
 * for the life of its trust stores, since it remembers certificates and paths.
 */
public final class VerifyCms implements FileVerifier {
    private final JudgeSigners signers;
    private final CmsLimits limits;

    public VerifyCms(TrustStores stores, Revocations revocations, ValidationPolicy policy, CmsLimits limits) {
        this.signers = new JudgeSigners(new JudgeCms(stores, revocations, policy.of(SignedForm.CMS)), limits);
        this.limits = limits;
    }

    /**
     * {@inheritDoc}
     *
     * @param beside a signature is over the one that bears its name, else over the one {@link SignedFile#isContent said} to be its
     *     content: what is inside must equal it; a detached one also over the only one that there is
     */
    @Override
    public SignatureReport verify(SignedFile file, List<SignedFile> beside, Instant validationTime) throws IOException {
        CmsEncoding encoding = CmsEncoding.of(file);
        return switch (encoding) {
            case OTHER -> SignatureReport.without(file.name(), Presence.NOT_APPLICABLE);
            case ENCRYPTED ->
                notChecked(file, ErrorCode.SIGNATURE_NOT_CHECKED, "CMS: encrypted (expected: signed, not encrypted)");
            case SIGNED, ARMOUR -> within(file, encoding, beside, validationTime);
        };
    }

    private SignatureReport within(
            SignedFile file, CmsEncoding encoding, List<SignedFile> beside, Instant validationTime) throws IOException {
        if (file.length() > limits.maximumBytes()) {
            return tooLarge(file, "CMS", file.length(), limits.maximumBytes());
        }
        try {
            byte[] cms = encoding == CmsEncoding.ARMOUR ? CmsEncoding.withoutArmour(file.all()) : file.all();
            @Nullable SignedFile content = content(file.name(), cms, beside).orElse(null);
            if (content != null && content.length() > limits.maximumContentBytes()) {
                return tooLarge(file, "content " + content.name(), content.length(), limits.maximumContentBytes());
            }
            JudgeSigners.Judged judged = signers.judge(new JudgeSigners.Question(
                    file.name(),
                    cms,
                    content,
                    Claim.NONE,
                    Coverage.WHOLE_FILE,
                    Proofs.at(validationTime),
                    JudgeSigners.Carrier.NONE));
            return new SignatureReport(file.name(), Presence.SIGNED, judged.verdicts(), judged.timestamps(), List.of());
        } catch (CmsException.SignsNothing other) {
            return SignatureReport.without(file.name(), Presence.NOT_APPLICABLE);
        } catch (CmsException malformed) {
            return broken(file, ErrorCode.SIGNATURE_BROKEN, String.valueOf(malformed.getMessage()));
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        } catch (RuntimeException ours) {
            // A stranger's bytes found a fault of ours: that must neither stop the document nor make it look unsigned.
            return broken(file, ErrorCode.INTERNAL, "CMS: " + ours + " (expected: a judgement)");
        }
    }

    /** In a packet an attached signature often comes with another file, which it says nothing of. */
    private Optional<SignedFile> content(String name, byte[] cms, List<SignedFile> beside) throws CmsException {
        Optional<SignedFile> told = FindContent.told(name, beside);
        Optional<SignedFile> guessed = told.isPresent() ? told : FindContent.guessed(name, beside);
        boolean guess = told.isEmpty() && guessed.isPresent();
        return guess && CmsSignature.each(cms, limits).getFirst().content() != null ? Optional.empty() : guessed;
    }

    private static SignatureReport broken(SignedFile file, ErrorCode code, String text) {
        return SignatureReport.without(file.name(), Presence.BROKEN, Finding.error(code, file.name(), text));
    }

    private static SignatureReport notChecked(SignedFile file, ErrorCode code, String text) {
        return SignatureReport.without(file.name(), Presence.NOT_CHECKED, Finding.warning(code, file.name(), text));
    }

    private static SignatureReport tooLarge(SignedFile file, String what, long bytes, long most) {
        return notChecked(
                file,
                ErrorCode.SIGNATURE_FILE_TOO_LARGE,
                what + ": " + bytes + " bytes (expected: at most " + most + ")");
    }
}
