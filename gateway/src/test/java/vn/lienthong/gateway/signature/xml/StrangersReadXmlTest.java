package vn.lienthong.gateway.signature.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.signature.xml.XmlFixture.LETTER;
import static vn.lienthong.gateway.signature.xml.XmlFixture.bytes;
import static vn.lienthong.gateway.signature.xml.XmlFixture.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Programs;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.key.SigningKey;

/** xmlsec1 accepts every form that we make, and refuses it changed. Skipped where it is not installed. */
class StrangersReadXmlTest {
    @TempDir
    Path folder;

    private static Map<String, byte[]> forms(DevelopmentPki pki) {
        SigningKey key = DevTrust.key(pki.sealOf(DevTrust.CODE, DevTrust.AGENCY, Fate.GOOD));
        SignedFile annex = SignedFile.of("annex.txt", bytes("phụ lục"));
        Map<String, byte[]> forms = new LinkedHashMap<>();
        forms.put("enveloped", XmlFixture.enveloped(key));
        forms.put("element", XmlFixture.overElement(bytes(LETTER), "nd", key));
        forms.put("enveloping", XmlFixture.signed(key, signing -> signing.enveloping(annex, DevTrust.NOW)));
        forms.put("detached", XmlFixture.signed(key, signing -> signing.detached(List.of(annex), DevTrust.NOW)));
        forms.put("stamped", XmlFixture.stamped(XmlFixture.enveloped(key), pki));
        return forms;
    }

    private String verify(byte[] file) throws Exception {
        Files.write(folder.resolve("s.xml"), file);
        return Programs.run(
                folder,
                "xmlsec1",
                "--verify",
                "--verification-gmt-time",
                "2026-11-22 02:00:00",
                "--trusted-pem",
                "root.pem",
                "--enabled-key-data",
                "x509",
                "--id-attr:Id",
                XmlNames.XADES + ":SignedProperties",
                "--id-attr:Id",
                XmlNames.DSIG + ":Object",
                "--id-attr:Id",
                "urn:vb:noiDung",
                "s.xml");
    }

    @Test
    void xmlsecVerifiesEveryForm() throws Exception {
        Files.write(folder.resolve("annex.txt"), bytes("phụ lục"));
        for (DevelopmentPki pki : List.of(DevTrust.pki(), DevTrust.curves())) {
            Files.writeString(
                    folder.resolve("root.pem"),
                    "-----BEGIN CERTIFICATE-----\n"
                            + DraftXml.base64(pki.root(Branch.GOVERNMENT).getEncoded())
                                    .replaceAll("(.{64})", "$1\n")
                            + "\n-----END CERTIFICATE-----\n");
            for (Map.Entry<String, byte[]> form : forms(pki).entrySet()) {
                assertThat(verify(form.getValue())).as(form.getKey()).contains("exit 0");
                String changed = text(form.getValue()).replaceFirst("(<ds:DigestValue>)....", "$1AAAA");
                assertThat(verify(bytes(changed))).as(form.getKey()).doesNotContain("exit 0");
            }
        }
    }
}
