package vn.lienthong.gateway.signature.asic;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.signature.asic.AsicFixture.FILES;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Differential;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.SecondOpinions;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.cms.CmsAddition;
import vn.lienthong.gateway.signature.cms.CmsException;
import vn.lienthong.gateway.signature.pdf.LongTerm;

/** Containers that differ in fate and tampering, judged by us and by the EU's engine. */
class AsicSecondOpinionTest {
    private static final SecondOpinions DSS = new SecondOpinions(DevTrust.pki());

    private enum Tampering {
        NONE,
        FILE_CHANGED,
        FILE_MISSING,
        FILE_ADDED,
        MANIFEST_CHANGED,
        SIGNATURE_MISSING;

        void on(RawZip zip) {
            switch (this) {
                case NONE -> {}
                case FILE_CHANGED ->
                    zip.entries().set(1, new RawZip.Entry(FILES.getFirst().name(), new byte[] {1}));
                case FILE_MISSING -> zip.entries().remove(1);
                case FILE_ADDED -> zip.add("them.pdf", "thêm");
                case MANIFEST_CHANGED -> {
                    String xml = new String(AsicFixture.manifest(FILES), StandardCharsets.UTF_8);
                    zip.entries()
                            .set(
                                    3,
                                    new RawZip.Entry(
                                            WriteContainer.MANIFEST,
                                            xml.replace(" Rootfile=\"true\"", "")
                                                    .getBytes(StandardCharsets.UTF_8)));
                }
                case SIGNATURE_MISSING -> zip.entries().remove(4);
            }
        }
    }

    /** How the manifest's signature is made long-lived (EN 319 122-1 §6). */
    private enum Level {
        B,
        T,
        LT;

        byte[] of(byte[] cms) {
            try {
                byte[] timed = this == B
                        ? cms
                        : CmsAddition.withTimestamp(
                                cms, LongTerm.token(Sha256.of(CmsAddition.signatureValue(cms)), DevTrust.pki()));
                return this == LT ? CmsAddition.withEvidence(timed, LongTerm.lists(DevTrust.pki())) : timed;
            } catch (CmsException fault) {
                throw new AssertionError(fault);
            }
        }
    }

    private record Case(Fate fate, boolean xades, Level level, Tampering tampering) {}

    private static byte[] container(Case one) {
        RawZip zip = one.xades()
                ? AsicXadesTest.container(AsicXadesTest.signature(DevTrust.seal(one.fate()), FILES))
                : AsicFixture.raw();
        if (one.xades()) {
            zip.add("META-INF/manifest.xml", openDocument());
        } else {
            byte[] signature = AsicFixture.signature(DevTrust.seal(one.fate()), AsicFixture.manifest(FILES));
            zip.entries()
                    .set(
                            4,
                            new RawZip.Entry(
                                    WriteContainer.SIGNATURE, one.level().of(signature)));
        }
        return zip.with(one.tampering()::on).bytes();
    }

    /** What DSS asks of a container with XAdES, and fails it without; we read nothing from it. */
    private static String openDocument() {
        String name = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
        StringBuilder entries = new StringBuilder();
        for (SignedFile file : FILES) {
            entries.append("<m:file-entry m:media-type=\"application/octet-stream\" m:full-path=\"")
                    .append(file.name().replace("&", "&amp;"))
                    .append("\"/>");
        }
        return "<m:manifest xmlns:m=\"" + name + "\"><m:file-entry m:full-path=\"/\" m:media-type=\""
                + ContainerKind.EXTENDED.mediaType() + "\"/>" + entries + "</m:manifest>";
    }

    private static Stream<Arguments> everything() {
        return Stream.of(Fate.values())
                .flatMap(fate -> Stream.of(Tampering.values()).map(tampering -> Arguments.of(fate, tampering)));
    }

    @Test
    void whatWeMakePassesThere() {
        assertThat(DSS.theirs(SignedFile.of("goi.asice", AsicFixture.signed()))).isEqualTo(Indication.TOTAL_PASSED);
    }

    @Tag("ci")
    @ParameterizedTest
    @MethodSource("everything")
    void agreeOrDifferByRight(Fate fate, Tampering tampering) {
        agree(new Case(fate, false, Level.B, tampering));
    }

    /** With XAdES what stands for the manifest is the signature itself: there is none of those to change or take out. */
    @Tag("deep")
    @Test
    void allAgreeOrDifferByRight() throws Exception {
        List<Case> all = new ArrayList<>();
        for (Fate fate : Fate.values()) {
            for (Tampering tampering : Tampering.values()) {
                for (Level level : Level.values()) {
                    all.add(new Case(fate, false, level, tampering));
                }
                if (tampering.compareTo(Tampering.MANIFEST_CHANGED) < 0) {
                    all.add(new Case(fate, true, Level.B, tampering));
                }
            }
        }
        new Differential("ASiC").over(all, AsicSecondOpinionTest::agree);
    }

    private static String agree(Case one) {
        byte[] file = container(one);
        SignatureReport ours = one.xades() ? AsicXadesTest.verify(file) : AsicFixture.verify(file);

        assertThat(one.tampering() == Tampering.NONE || ours.overall() != Indication.TOTAL_PASSED)
                .isTrue();
        return DSS.agreeOrDifferByRight(ours, SignedFile.of("goi.asice", file));
    }
}
