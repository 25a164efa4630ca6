package vn.lienthong.gateway.signature.asic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.FileVerifier;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.SignedForm;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.JudgeCms;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;

/**
 * Verifies containers (EN 319 162-1): ASiC-E and ASiC-S, with CAdES by itself, with XAdES by a verifier of XML signatures. Safe for
 * many threads; keep one for the life of its trust stores, since it remembers certificates and paths.
 */
public final class VerifyAsic implements FileVerifier {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final int GLANCE_BYTES = 100;
    private static final String FIRST_ENTRY = "mimetypeapplication/vnd.etsi.asic-";

    private final JudgeCms cms;
    private final ValidationPolicy policy;
    private final AsicLimits limits;
    private final @Nullable FileVerifier xml;

    /** Without a verifier of XML signatures: a container with XAdES is reported as not checked. */
    public VerifyAsic(TrustStores stores, Revocations revocations, ValidationPolicy policy, AsicLimits limits) {
        this(stores, revocations, policy, limits, null);
    }

    /** @param xml judges signatures by XAdES; the files that they are over are handed to it by their names in the container */
    public VerifyAsic(
            TrustStores stores,
            Revocations revocations,
            ValidationPolicy policy,
            AsicLimits limits,
            @Nullable FileVerifier xml) {
        this.cms = new JudgeCms(stores, revocations, policy.of(SignedForm.ASIC));
        this.policy = policy;
        this.limits = limits;
        this.xml = xml;
    }

    /**
     * {@inheritDoc}
     *
     * @param beside not looked at: a container holds what is signed
     */
    @Override
    public SignatureReport verify(SignedFile file, List<SignedFile> beside, Instant validationTime) throws IOException {
        byte[] first = glance(file);
        if (!startsAsArchive(first)) {
            return SignatureReport.without(file.name(), Presence.NOT_APPLICABLE);
        }
        boolean claims = claims(file, first);
        if (file.length() > limits.maximumBytes()) {
            return notChecked(
                    file, "container: " + file.length() + " bytes (expected: at most " + limits.maximumBytes() + ")");
        }
        try (ZipSource source = ZipSource.of(file)) {
            return judge(file, source, validationTime);
        } catch (ZipFault fault) {
            return doubtful(file, claims, fault);
        } catch (UncheckedIOException unreadable) {
            if (unreadable.getCause() instanceof ZipFault fault) {
                return doubtful(file, claims, fault);
            }
            throw unreadable.getCause();
        } catch (RuntimeException ours) {
            // A stranger's bytes found a fault of ours: that must neither stop the document nor make it look unsigned.
            return broken(file, ErrorCode.INTERNAL, "container: " + ours + " (expected: a judgement)");
        }
    }

    private SignatureReport judge(SignedFile file, ZipSource source, Instant validationTime) throws IOException {
        Container container = Container.open(source, limits);
        Optional<ContainerKind> kind = container.kind();
        if (container.claimsKind()) {
            return broken(file, ErrorCode.SIGNATURE_BROKEN, "mimetype: misspelt (expected: EN 319 162-1 §A.1)");
        }
        if (kind.isEmpty()) {
            // An archive that says it is something else is none of ours; one that says nothing and holds signatures
            // hides them.
            return container.has("mimetype") || !container.claims()
                    ? SignatureReport.without(file.name(), Presence.NOT_APPLICABLE)
                    : broken(file, ErrorCode.SIGNATURE_BROKEN, "mimetype: missing (expected: EN 319 162-1 §A.1)");
        }
        Optional<String> hidden = container.hiddenKind();
        if (hidden.isPresent()) {
            return broken(file, ErrorCode.SIGNATURE_BROKEN, hidden.get());
        }
        return new JudgeContainer(file.name(), container, cms, policy, xml, validationTime).report(kind.get());
    }

    private static byte[] glance(SignedFile file) throws IOException {
        try (InputStream in = file.open()) {
            return in.readNBytes(GLANCE_BYTES);
        }
    }

    private static boolean startsAsArchive(byte[] first) {
        return first.length > ZIP.length
                && first[0] == ZIP[0]
                && first[1] == ZIP[1]
                && first[2] == ZIP[2]
                && first[3] == ZIP[3];
    }

    /** Whether its first bytes or its name say that it is a container, even where it cannot be read. */
    private static boolean claims(SignedFile file, byte[] first) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return new String(first, StandardCharsets.ISO_8859_1).contains(FIRST_ENTRY)
                || Stream.of(".asice", ".asics", ".sce", ".scs").anyMatch(name::endsWith);
    }

    private SignatureReport doubtful(SignedFile file, boolean claims, ZipFault fault) throws IOException {
        if (claims) {
            return broken(file, ErrorCode.SIGNATURE_BROKEN, fault.text());
        }
        return fault.atLimit() && FolderName.mayBeIn(file, limits.maximumBytes())
                ? notChecked(file, "container: " + fault.text())
                : SignatureReport.without(file.name(), Presence.NOT_APPLICABLE);
    }

    private static SignatureReport broken(SignedFile file, ErrorCode code, String text) {
        return SignatureReport.without(file.name(), Presence.BROKEN, Finding.error(code, file.name(), text));
    }

    private static SignatureReport notChecked(SignedFile file, String text) {
        return SignatureReport.without(
                file.name(),
                Presence.NOT_CHECKED,
                Finding.warning(ErrorCode.SIGNATURE_FILE_TOO_LARGE, file.name(), text));
    }
}
