package vn.lienthong.gateway.signature.asic;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.signature.asic.AsicFixture.FILES;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.Rule;
import vn.lienthong.gateway.signature.Rules;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.SignedForm;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.file.FileVerifiers;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.xml.SignXml;

/** Containers with XAdES (EN 319 162-1 §4.4.4), judged as they are when they come in: by the verifier of XML signatures. */
class AsicXadesTest {
    private static final String EVIL = "evil.pdf";
    private static final String END = "</ds:Object></ds:Signature>";
    private static final String ROOT = "<asic:XAdESSignatures xmlns:asic=\"http://uri.etsi.org/02918/v1.2.1#\">";

    static SignatureReport verify(byte[] container) {
        return verify(container, ValidationPolicy.standard());
    }

    private static SignatureReport verify(byte[] container, ValidationPolicy policy) {
        try {
            return FileVerifiers.of(DevTrust.stores(DevTrust.pki()), DevTrust.lists(DevTrust.pki()), policy)
                    .verify(SignedFile.of("goi.asice", container), List.of(), DevTrust.NOW);
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    private static String signature(List<SignedFile> files) {
        return signature(AsicFixture.KEY, files);
    }

    static String signature(SigningKey key, List<SignedFile> files) {
        try {
            SignXml signing = new SignXml(key);
            String xml = new String(signing.sign(signing.detached(files, DevTrust.NOW)), StandardCharsets.UTF_8);
            return xml.substring(xml.indexOf("<ds:Signature "));
        } catch (SigningException fault) {
            throw new AssertionError(fault);
        }
    }

    static RawZip container(String signatures) {
        RawZip zip = new RawZip().add("mimetype", ContainerKind.EXTENDED.mediaType());
        for (SignedFile file : FILES) {
            zip.add(new RawZip.Entry(file.name(), AsicFixture.bytes(file)).deflated());
        }
        return zip.add("META-INF/signatures001.xml", ROOT + signatures + "</asic:XAdESSignatures>");
    }

    @Test
    void honestContainersPass() {
        String signature = signature(FILES);
        assertThat(signature).contains("C%C3%B4ng%20v%C4%83n", "phu-luc/bang%20%26%20so-lieu.csv");

        SignatureReport report = verify(container(signature).bytes());

        assertThat(report.presence()).as(report.toString()).isEqualTo(Presence.SIGNED);
        assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void eachFileUnderOneOfTheSignaturesIsEnough() {
        String each = signature(FILES.subList(0, 1)) + signature(FILES.subList(1, 2));

        assertThat(verify(container(each).bytes()).overall()).isEqualTo(Indication.TOTAL_PASSED);
    }

    private static Named<String> attack(String name, String old, String with) {
        String honest = signature(FILES);
        String unsigned = "<xades:UnsignedProperties><xades:UnsignedSignatureProperties>";
        String open = honest.replace(
                "</xades:QualifyingProperties>",
                unsigned
                        + "</xades:UnsignedSignatureProperties></xades:UnsignedProperties>"
                        + "</xades:QualifyingProperties>");
        assertThat(open).isNotEqualTo(honest).contains(old);
        return Named.of(name, open.replace(old, with + old));
    }

    private static List<Named<String>> namings() {
        String unsigned = "</xades:UnsignedSignatureProperties>";
        String reference = "<ds:Reference URI=\"evil.pdf\"/>";
        String info =
                "<ds:SignedInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">" + reference + "</ds:SignedInfo>";
        return List.of(
                attack("nowhere", unsigned, ""),
                attack(
                        "in another namespace",
                        unsigned,
                        "<x:SignedInfo xmlns:x=\"e\"><x:Reference URI=\"evil.pdf\"/></x:SignedInfo>"),
                attack("in its own namespace, unsigned", unsigned, info),
                attack("a reference alone, unsigned", unsigned, reference),
                attack(
                        "a signature of nobody's, unsigned",
                        unsigned,
                        "<xades:CounterSignature><ds:Signature>" + info + "</ds:Signature></xades:CounterSignature>"),
                attack("a signature in an object", END, "<ds:Signature>" + info + "</ds:Signature>"),
                attack(
                        "a manifest in an object",
                        END,
                        "</ds:Object><ds:Object><ds:Manifest>" + reference + "</ds:Manifest>"),
                attack("a second SignedInfo", "<ds:SignatureValue", info),
                attack("a reference more", "</ds:SignedInfo>", reference));
    }

    /** However it is named: a file that was laid in afterwards is under no signature. */
    @ParameterizedTest
    @MethodSource("namings")
    void aFileLaidInNeverPasses(String signature) {
        assertThat(verify(container(signature).add(EVIL, "x").bytes()).overall())
                .isNotEqualTo(Indication.TOTAL_PASSED);
    }

    @Test
    void whatLooksLikeAReferenceCoversNothing() {
        SignatureReport report =
                verify(container(namings().get(1).getPayload()).add(EVIL, "x").bytes());

        assertThat(report.findings())
                .filteredOn(one -> one.code() == ErrorCode.SIGNATURE_FILE_UNCOVERED)
                .extracting(Finding::text)
                .singleElement()
                .asString()
                .contains(EVIL);
        assertThat(report.overall()).isEqualTo(Indication.INDETERMINATE);
    }

    /** The seals of this PKI name no extended usage. */
    @ParameterizedTest
    @CsvSource({"ASIC, INDETERMINATE", "XML, TOTAL_PASSED"})
    void theRulesAreThoseOfContainers(SignedForm form, Indication expected) {
        Rules.Place place = new Rules.Place(Rule.EXTENDED_USAGE_MISSING, Optional.of("GOVERNMENT"), Optional.of(form));
        Rules rules = new Rules(Map.of(place, Level.FAIL), List.of(), Optional.empty());

        assertThat(verify(
                                container(signature(FILES)).bytes(),
                                ValidationPolicy.standard().with(rules))
                        .overall())
                .isEqualTo(expected);
    }

    @Test
    void aChangedFileFails() {
        byte[] changed = container(signature(FILES))
                .with(zip ->
                        zip.entries().set(1, new RawZip.Entry(FILES.getFirst().name(), new byte[] {1})))
                .bytes();

        assertThat(verify(changed).overall()).isEqualTo(Indication.TOTAL_FAILED);
    }
}
