package vn.lienthong.gateway.dossier.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.SignCms;
import vn.lienthong.gateway.signature.file.FileLimits;
import vn.lienthong.gateway.signature.file.FileVerifiers;
import vn.lienthong.gateway.signature.file.VerifyFiles;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;
import vn.lienthong.gateway.signature.xml.SignXml;

/** Files of a packet that are no PDFs, and the signatures in them. */
class OtherFormsTest {
    private static final byte[] TABLE = "mã,tên\nH57,Huế\n".getBytes(StandardCharsets.UTF_8);
    private static final VerifyFiles FILES = FileVerifiers.of(
            DevTrust.stores(DevTrust.pki()), DevTrust.lists(DevTrust.pki()), ValidationPolicy.standard());

    private final VerifySubmission verifying = new VerifySubmission(
            (name, content, at) -> {
                throw new AssertionError(name + ": no PDF");
            },
            (kind, packet, at) -> {
                throw new AssertionError("no envelope is signed here");
            },
            (sender, reports, at) -> reports,
            FILES);

    private static Attachment attached(String name, byte[] bytes) {
        return Attachment.of("cid:" + name, name, "application/octet-stream", AttachmentContent.ofBytes(bytes));
    }

    private List<SignatureReport> reports(Attachment... attachments) {
        Packet letter = Letters.letter("D1", "H01");
        Packet packet =
                Packet.toSend(letter.header(), letter.trace().getFirst(), letter.business(), List.of(attachments));
        return verifying.reports(packet, new StoredBytes(Sha256.of(TABLE), TABLE.length), DevTrust.NOW);
    }

    private static byte[] enveloped(SigningKey key, byte[] xml) throws Exception {
        SignXml signing = new SignXml(key);
        return signing.sign(signing.enveloped(xml, DevTrust.NOW));
    }

    private static byte[] detached(byte[] content) throws Exception {
        return new SignCms(DevTrust.seal(Fate.GOOD)).detached(SignedFile.of("bảng.csv", content), DevTrust.NOW);
    }

    @Test
    void aSignatureBesideItsFileIsJudgedOverIt() throws Exception {
        List<SignatureReport> reports = reports(attached("bảng.csv", TABLE), attached("bảng.csv.p7s", detached(TABLE)));
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.subject()).isEqualTo("bảng.csv.p7s");
            assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
        });
    }

    @Test
    void aChangedFileFails() throws Exception {
        byte[] changed = TABLE.clone();
        changed[0] ^= 1;
        assertThat(reports(attached("bảng.csv", changed), attached("bảng.csv.p7s", detached(TABLE))))
                .singleElement()
                .satisfies(report -> assertThat(report.overall()).isEqualTo(Indication.TOTAL_FAILED));
    }

    @Test
    void aSignatureInsideItsFileIsJudged() throws Exception {
        byte[] attached =
                new SignCms(DevTrust.seal(Fate.REVOKED)).attached(SignedFile.of("bảng.csv", TABLE), DevTrust.NOW);
        assertThat(reports(attached("bảng.p7m", attached))).singleElement().satisfies(report -> {
            assertThat(report.presence()).isEqualTo(Presence.SIGNED);
            assertThat(report.overall()).isNotEqualTo(Indication.TOTAL_PASSED);
        });
    }

    @Test
    void nothingIsSaidOfFilesThatCarryNoSignature() throws Exception {
        ByteArrayOutputStream office = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(office)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        assertThat(reports(
                        attached("thư.docx", office.toByteArray()),
                        attached("số liệu.xml", "<a><b/></a>".getBytes(StandardCharsets.UTF_8)),
                        attached("bảng.csv", TABLE)))
                .isEmpty();
    }

    @Test
    void aPdfInsideASignatureIsJudgedAsWhatHoldsIt() throws Exception {
        byte[] letter = new MakeOfficialLetter()
                .make(OfficialLetter.of(DevTrust.AGENCY, "12/SNV-VP", "Trong chữ ký", DevTrust.NOW));
        byte[] attached =
                new SignCms(DevTrust.seal(Fate.GOOD)).attached(SignedFile.of("thư.pdf", letter), DevTrust.NOW);
        assertThat(reports(attached("thư.pdf.p7m", attached)))
                .singleElement()
                .satisfies(report -> assertThat(report.overall()).isEqualTo(Indication.TOTAL_PASSED));
        int inside = attached.length / 4;
        attached[inside] ^= 1;
        assertThat(reports(attached("thư.pdf.p7m", attached)))
                .singleElement()
                .satisfies(report -> assertThat(report.overall()).isEqualTo(Indication.TOTAL_FAILED));
    }

    @Test
    void aPacketAmongTheFilesIsJudgedAsXml() throws Exception {
        byte[] signed = enveloped(DevTrust.seal(Fate.GOOD), "<edXML><a>1</a></edXML>".getBytes(StandardCharsets.UTF_8));
        byte[] changed = new String(signed, StandardCharsets.UTF_8)
                .replace("<a>1", "<a>2")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(reports(attached("gói.edxml", changed)))
                .singleElement()
                .satisfies(report -> assertThat(report.overall()).isEqualTo(Indication.TOTAL_FAILED));
    }

    @Test
    void whatClaimsASignatureAndCannotBeReadIsTold() {
        String name = "http://www.w3.org/2000/09/xmldsig#";
        String claim = "<s:Signature xmlns:s=\"" + name + "\"/>";
        assertThat(reports(attached("a.xml", ("<a>" + claim + "</b>").getBytes(StandardCharsets.UTF_8))))
                .extracting(SignatureReport::presence)
                .containsExactly(Presence.BROKEN);
        String deep = "<a>".repeat(200) + claim + "</a>".repeat(200);
        assertThat(reports(attached("a.xml", deep.getBytes(StandardCharsets.UTF_8))))
                .extracting(SignatureReport::presence)
                .containsExactly(Presence.NOT_CHECKED);
        String data = "<a>".repeat(200) + "</a>".repeat(200);
        assertThat(reports(attached("a.xml", data.getBytes(StandardCharsets.UTF_8))))
                .as("data")
                .isEmpty();
    }

    @Test
    void manyOtherFilesHideNoBadSignature() throws Exception {
        byte[] changed = TABLE.clone();
        changed[0] ^= 1;
        List<Attachment> all =
                new ArrayList<>(List.of(attached("bảng.csv", changed), attached("bảng.csv.p7s", detached(TABLE))));
        for (int i = 0; i < 30; i++) {
            all.add(attached("phụ lục " + i + ".txt", TABLE));
        }
        assertThat(reports(all.toArray(Attachment[]::new)))
                .singleElement()
                .satisfies(report -> assertThat(report.overall()).isEqualTo(Indication.TOTAL_FAILED));
    }

    /** As many as the settings say, and none beside what holds everything itself. */
    @Test
    void asManyFilesAreBesideAsAreLookedAt() {
        List<Integer> handed = new ArrayList<>();
        VerifySubmission two = new VerifySubmission(
                (name, content, at) -> SignatureReport.without(name, Presence.UNSIGNED),
                (kind, packet, at) -> SignatureReport.without(SignatureReport.ENVELOPE, Presence.UNSIGNED),
                (sender, reports, at) -> reports,
                (file, beside, at) -> {
                    handed.add(beside.size());
                    return SignatureReport.without(file.name(), Presence.UNSIGNED);
                },
                new FileLimits(1000, 20));
        List<Attachment> all = new ArrayList<>();
        all.add(attached("a.xml", "<a/>".getBytes(StandardCharsets.UTF_8)));
        all.add(attached("a.zip", new byte[] {'P', 'K', 3, 4, 0}));
        for (int at = 0; at < 18; at++) {
            all.add(attached(at + ".csv", TABLE));
        }
        Packet letter = Letters.letter("D1", "H01");
        Packet packet = Packet.toSend(letter.header(), letter.trace().getFirst(), letter.business(), all);
        two.reports(packet, new StoredBytes(Sha256.of(TABLE), TABLE.length), DevTrust.NOW);
        assertThat(handed).containsExactly(19, 0);
    }

    @Test
    void aThirdPartysXmlSaysNothingAboutTheDocument() throws Exception {
        DevelopmentPki strangers = DevelopmentPki.create(new DevelopmentPki.Settings(
                DevTrust.NOW.minusSeconds(3600), URI.create("http://127.0.0.1:9"), KeyAlgorithm.EC_P256));
        byte[] invoice = "<hoadon><tien>100</tien></hoadon>".getBytes(StandardCharsets.UTF_8);
        byte[] theirs = enveloped(DevTrust.key(strangers.sealOf("X", "Công ty", Fate.GOOD)), invoice);
        assertThat(reports(attached("hóa đơn.xml", theirs)))
                .singleElement()
                .satisfies(report -> assertThat(report.presence()).isEqualTo(Presence.DECORATIVE));
        byte[] ours = enveloped(DevTrust.seal(Fate.GOOD), invoice);
        assertThat(reports(attached("hóa đơn.xml", ours)))
                .singleElement()
                .satisfies(report -> assertThat(report.overall()).isEqualTo(Indication.TOTAL_PASSED));
        byte[] raised = new String(theirs, StandardCharsets.UTF_8)
                .replace("<tien>100", "<tien>900")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(reports(attached("hóa đơn.xml", raised)))
                .singleElement()
                .satisfies(report -> assertThat(report.overall()).isEqualTo(Indication.TOTAL_FAILED));
    }
}
