package vn.lienthong.gateway.signature.secondopinion;

import eu.europa.esig.dss.asic.cades.validation.ASiCContainerWithCAdESValidator;
import eu.europa.esig.dss.asic.xades.validation.ASiCContainerWithXAdESValidator;
import eu.europa.esig.dss.cades.validation.CMSDocumentValidator;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.xades.validation.XMLDocumentValidator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.asic.AsicLimits;
import vn.lienthong.gateway.signature.asic.ContainedSignatures;
import vn.lienthong.gateway.signature.cms.CmsBytes;
import vn.lienthong.gateway.signature.file.FileKind;

/**
 * The part of DSS that judges a form. What a file is we say, by the same look that our own verifiers are chosen by: two engines
 * that take one file for two things would not judge the same, and the other one's own guess could be led.
 */
final class Engines {
    private Engines() {}

    static List<SignedDocumentValidator> of(FileKind kind, SignedFile file, AsicLimits limits)
            throws IOException, NoOpinion {
        return switch (kind) {
            case PDF -> List.of(new PDFDocumentValidator(document(file)));
            case XML, PACKET -> List.of(new XMLDocumentValidator(document(file)));
            case CMS -> List.of(new CMSDocumentValidator(new InMemoryDocument(CmsBytes.of(file), file.name())));
            case ARCHIVE -> containers(file, limits);
            case OTHER ->
                throw NoOpinion.withheld(
                        "second opinion on " + file.name() + ": " + kind + " (expected: PDF, XML, CMS or a container)");
        };
    }

    /** By what is in it; a container with signatures of both kinds is shown to both, since each sees its own alone. */
    private static List<SignedDocumentValidator> containers(SignedFile file, AsicLimits limits) throws IOException {
        List<SignedDocumentValidator> engines = new ArrayList<>(1);
        ContainedSignatures in = ContainedSignatures.of(file, limits);
        if (in.cades()) {
            engines.add(new ASiCContainerWithCAdESValidator(document(file)));
        }
        if (in.xades()) {
            engines.add(new ASiCContainerWithXAdESValidator(document(file)));
        }
        return engines;
    }

    static DSSDocument document(SignedFile file) throws IOException {
        return new InMemoryDocument(file.all(), file.name());
    }
}
