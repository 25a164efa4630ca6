package vn.lienthong.gateway.signature.secondopinion;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.asic.ContainedSignatures;
import vn.lienthong.gateway.signature.file.FileKind;
import vn.lienthong.gateway.signature.file.VerificationLimits;
import vn.lienthong.gateway.signature.xml.ScreenXml;

/**
 * Keeps from an engine the XML that it would do a stranger's work for: DSS runs XSLT before anything is authenticated, and follows
 * references in parts of a file that we do not judge. Such a file has no opinion, and a person hears of that; it is none of the
 * engine's business how it would have ended.
 */
public final class ScreenedOpinion implements SecondOpinion {
    private final SecondOpinion engine;
    private final VerificationLimits limits;

    /** By our standard limits. */
    public ScreenedOpinion(SecondOpinion engine) {
        this(engine, VerificationLimits.standard());
    }

    /**
     * @param engine asked about what passes the screen
     * @param limits those of our own verifiers: what passed there is not withheld for its size here
     */
    public ScreenedOpinion(SecondOpinion engine, VerificationLimits limits) {
        this.engine = engine;
        this.limits = limits;
    }

    @Override
    public Opinion about(SignedFile file, List<SignedFile> beside, Instant validationTime) throws NoOpinion {
        Optional<String> fault = fault(file);
        if (fault.isPresent()) {
            throw NoOpinion.withheld("second opinion on " + file.name() + ": not shown, " + fault.get());
        }
        return engine.about(file, beside, validationTime);
    }

    private Optional<String> fault(SignedFile file) {
        try {
            return switch (FileKind.of(file)) {
                case XML, PACKET -> ScreenXml.fault(file, limits.xml());
                case ARCHIVE -> inside(file);
                case PDF, CMS -> Optional.empty();
                case OTHER -> Optional.of("a form that is not judged (expected: PDF, CMS, XML, a container)");
            };
        } catch (IOException unreadable) {
            return Optional.of(String.valueOf(unreadable.getMessage()));
        }
    }

    private Optional<String> inside(SignedFile container) throws IOException {
        for (SignedFile xml : ContainedSignatures.of(container, limits.asic()).xml()) {
            Optional<String> fault = ScreenXml.fault(xml, limits.xml());
            if (fault.isPresent()) {
                return Optional.of(xml.name() + ": " + fault.get());
            }
        }
        return Optional.empty();
    }
}
