package vn.lienthong.gateway.signature.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file for archives stays one: what its part of ISO 19005 forbids is not brought in by a seal. */
class ArchivalTest {

    private static byte[] sealed(byte[] letter) throws Exception {
        return FormFixture.sign(letter, FormFixture.SEAL, FormFixture.seal(letter));
    }

    @ParameterizedTest
    @CsvSource({"1, true, false", "2, true, true", "2, false, false", "3, false, false"})
    void picturesShineThroughOnlyWhereTheyMay(int part, boolean intent, boolean transparent) throws Exception {
        COSStream picture = picture(sealed(ArchivalLetter.make(part, intent)));

        assertThat(picture.containsKey(COSName.SMASK)).isEqualTo(transparent);
        assertThat(picture.containsKey(COSName.MASK)).isEqualTo(!transparent);
    }

    @Test
    void coloursDependOnNoDeviceAndNothingMixes() throws Exception {
        byte[] pdf = sealed(ArchivalLetter.make(2, false));

        assertThat(((COSArray) picture(pdf).getDictionaryObject(COSName.COLORSPACE)).getObject(0))
                .isEqualTo(COSName.CALRGB);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDAppearanceStream looks = looks(document);
            assertThat(looks.getGroup()).isNull();
            for (COSName name : looks.getResources().getColorSpaceNames()) {
                assertThat(looks.getResources().getColorSpace(name).getName()).isEqualTo("CalRGB");
            }
            assertThat(looks.getContents()).isNotNull();
            assertThat(new String(looks.getContents().readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContainPattern("\\s(rg|RG|g|G|k|K)\\s");
        }
    }

    @Test
    void aStencilDrawsTheSamePicture() throws Exception {
        Place place = new Place(1, 100, 60, 36, 36);
        AgencySealForm form = new AgencySealForm(java.util.Optional.of(FormFixture.ROUND_SEAL), "Sở Nội vụ", place);

        byte[] pdf = FormFixture.sign(ArchivalLetter.make(1, true), FormFixture.SEAL, form);

        Pictures.assertApproved("stencil", Pictures.cut(Pictures.page(pdf, 1), new Place(1, 98, 58, 40, 50)));
    }

    private static PDAppearanceStream looks(PDDocument document) throws IOException {
        return document.getSignatureFields().getFirst().getWidgets().getFirst().getNormalAppearanceStream();
    }

    private static COSStream picture(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDResources resources = looks(document).getResources();
            return resources
                    .getXObject(resources.getXObjectNames().iterator().next())
                    .getCOSObject();
        }
    }
}
