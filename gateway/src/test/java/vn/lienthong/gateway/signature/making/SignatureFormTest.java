package vn.lienthong.gateway.signature.making;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.gateway.signature.file.FileKind;

/** What leaves the process, in literals; and what each kind of file is signed in. */
class SignatureFormTest {

    @ParameterizedTest
    @CsvSource({
        "PADES, pades, application/pdf, a",
        "CADES, cades, application/pkcs7-mime, a.p7m",
        "CADES_DETACHED, cades-detached, application/pkcs7-signature, a.p7s",
        "XADES, xades, application/xml, a",
        "ASIC_E, asic-e, application/vnd.etsi.asic-e+zip, a.asice"
    })
    void namesStay(SignatureForm form, String wire, String mediaType, String result) {
        assertThat(form.wire()).isEqualTo(wire);
        assertThat(form.mediaType()).isEqualTo(mediaType);
        assertThat(form.resultName("a")).isEqualTo(result);
        assertThat(SignatureForm.named(wire)).contains(form);
    }

    @ParameterizedTest
    @CsvSource({"PDF, PADES", "XML, XADES", "PACKET, CADES", "CMS, CADES", "ARCHIVE, CADES", "OTHER, CADES"})
    void eachKindHasItsUsualForm(FileKind kind, SignatureForm usual) {
        assertThat(SignatureForm.usualFor(kind, false)).isEqualTo(usual);
        assertThat(usual.takes(kind)).isTrue();
        assertThat(SignatureForm.usualFor(kind, true)).isEqualTo(SignatureForm.CADES_DETACHED);
    }

    @Test
    void whatIsNoPdfIsNotSignedAsOne() {
        assertThat(SignatureForm.PADES.takes(FileKind.XML)).isFalse();
        assertThat(SignatureForm.XADES.takes(FileKind.PACKET)).isFalse();
        assertThat(SignatureForm.named("PADES")).isEmpty();
    }
}
