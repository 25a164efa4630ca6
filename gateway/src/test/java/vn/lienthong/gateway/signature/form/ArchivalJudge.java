package vn.lienthong.gateway.signature.form;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** veraPDF, which the PDF Association keeps: whether a file is one for archives (ISO 19005), and why not. */
final class ArchivalJudge {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private ArchivalJudge() {}

    /**
     * The clauses that a file fails, with what is said about them; none where it is one for archives.
     *
     * @param flavour part and conformance level, such as {@code 2b}
     */
    static List<String> failures(byte[] pdf, String flavour) {
        PDFAFlavour wanted = PDFAFlavour.fromString(flavour);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), wanted);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(wanted, false)) {
            ValidationResult result = validator.validate(parser);
            return Stream.concat(
                            result.isCompliant() ? Stream.empty() : Stream.of("not compliant with " + flavour),
                            result.getTestAssertions().stream()
                                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                                    .map(assertion -> assertion.getRuleId().getClause() + ": " + assertion.getMessage())
                                    .distinct())
                    .toList();
        } catch (VeraPDFException | IOException unreadable) {
            throw new AssertionError(flavour, unreadable);
        }
    }

    /** Which part and level a file says it is; {@code none} where it says nothing. */
    static String claimed(byte[] pdf) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf))) {
            return parser.getFlavours().isEmpty() ? "none" : parser.getFlavour().getId();
        } catch (VeraPDFException | IOException unreadable) {
            throw new AssertionError("claimed", unreadable);
        }
    }
}
