package vn.lienthong.gateway.signature.asic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.gateway.signature.asic.AsicFixture.FILES;
import static vn.lienthong.gateway.signature.asic.AsicFixture.KEY;
import static vn.lienthong.gateway.signature.asic.AsicFixture.raw;
import static vn.lienthong.gateway.signature.asic.AsicFixture.signed;
import static vn.lienthong.gateway.signature.asic.AsicFixture.simple;
import static vn.lienthong.gateway.signature.asic.AsicFixture.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.DocumentTimestamp;
import vn.lienthong.gateway.signature.FileVerifier;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.Programs;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.CmsLimits;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.pdf.LongTerm;

/** Containers of both kinds: what passes, and what is said of what does not. */
class VerifyAsicTest {
    @TempDir
    Path folder;

    private static SubIndication reason(SignatureReport report) {
        return report.verdicts().getFirst().subIndication().orElseThrow();
    }

    private static void passes(SignatureReport report) {
        assertThat(report.presence()).as(report.toString()).isEqualTo(Presence.SIGNED);
        assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.allFindings()).isEmpty();
    }

    @Test
    void whatWeMakePassesInMemoryAndOnDisk() throws IOException {
        byte[] container = signed();
        Path file = Files.write(folder.resolve("goi.asice"), container);

        passes(verify(container));
        SignatureReport onDisk = new VerifyAsic(
                        DevTrust.stores(DevTrust.pki()),
                        DevTrust.lists(DevTrust.pki()),
                        ValidationPolicy.standard(),
                        AsicLimits.standard())
                .verify(SignedFile.of("goi.asice", file), List.of(), DevTrust.NOW);
        passes(onDisk);
        assertThat(onDisk.verdicts()).singleElement().satisfies(verdict -> {
            assertThat(verdict.facts().coverage()).isEqualTo(Coverage.WHOLE_FILE);
            assertThat(verdict.facts().field()).isEqualTo("goi.asice META-INF/signature001.p7s");
        });
    }

    @Test
    void othersReadWhatWeMake() throws Exception {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(signed()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names)
                .containsExactly(
                        "mimetype",
                        FILES.get(0).name(),
                        FILES.get(1).name(),
                        WriteContainer.MANIFEST,
                        WriteContainer.SIGNATURE);
        Files.write(folder.resolve("goi.asice"), signed());
        assertThat(Programs.run(folder, "unzip", "-t", "goi.asice")).contains("No errors", "exit 0");
    }

    @Test
    void packedEntriesAndDescriptorsPass() {
        passes(verify(raw().bytes()));
        passes(verify(simple(new byte[] {1, 2, 3}).bytes()));
        passes(verify(raw().with(zip ->
                        zip.comment = "mimetype=application/vnd.etsi.asic-e+zip".getBytes(StandardCharsets.US_ASCII))
                .bytes()));
    }

    @Test
    void twoSignersOverTwoManifestsPass() {
        byte[] second = new String(AsicFixture.manifest(FILES), StandardCharsets.UTF_8)
                .replace("signature001", "signature002")
                .getBytes(StandardCharsets.UTF_8);
        RawZip zip = raw().add("META-INF/ASiCManifest002.xml", second)
                .add("META-INF/signature002.p7s", AsicFixture.signature(DevTrust.official("Nguyễn Văn A"), second));

        SignatureReport report = verify(zip.bytes());

        passes(report);
        assertThat(report.verdicts()).hasSize(2);
    }

    @Test
    void aChangedFileFailsAndAMissingOneIsNotFound() {
        byte[] changed = raw().with(zip -> zip.entries()
                        .set(1, new RawZip.Entry(FILES.getFirst().name(), "nội dunh".getBytes(StandardCharsets.UTF_8))))
                .bytes();
        byte[] missing = raw().with(zip -> zip.entries().remove(1)).bytes();

        assertThat(reason(verify(changed))).isEqualTo(SubIndication.HASH_FAILURE);
        assertThat(verify(changed).verdicts().getFirst().facts().integrity()).isEqualTo(Integrity.CONTENT_CHANGED);
        assertThat(reason(verify(missing))).isEqualTo(SubIndication.SIGNED_DATA_NOT_FOUND);
    }

    @Test
    void aFileUnderNoSignatureIsNamedAndHoldsTheContainer() {
        SignatureReport report = verify(raw().add("them.pdf", "thêm").bytes());

        assertThat(reason(report)).isEqualTo(SubIndication.SIG_CONSTRAINTS_FAILURE);
        assertThat(report.verdicts().getFirst().facts().coverage()).isEqualTo(Coverage.PARTIAL);
        assertThat(report.findings()).extracting(Finding::code).containsExactly(ErrorCode.SIGNATURE_FILE_UNCOVERED);
        assertThat(report.findings().getFirst().text()).contains("them.pdf");
    }

    @Test
    void xadesIsNotCheckedWithoutItsVerifierAndPassesWithOne() {
        byte[] container = new RawZip()
                .add("mimetype", ContainerKind.EXTENDED.mediaType())
                .add("a.txt", "a")
                .add("META-INF/signatures.xml", "<S/>")
                .bytes();
        SignatureReport good = verify(signed());
        List<String> handed = new ArrayList<>();
        FileVerifier xml = (file, beside, at) -> {
            handed.add(file.name());
            for (SignedFile one : beside) {
                handed.add(one.name() + " " + one.all().length);
            }
            return good;
        };

        SignatureReport alone = verify(container);
        assertThat(alone.presence()).isEqualTo(Presence.NOT_CHECKED);
        assertThat(alone.findings()).extracting(Finding::code).containsExactly(ErrorCode.SIGNATURE_NOT_CHECKED);
        passes(verify(
                new VerifyAsic(
                        TrustStores.of(), Revocations.none(), ValidationPolicy.standard(), AsicLimits.standard(), xml),
                container));
        assertThat(handed).containsExactly("META-INF/signatures.xml", "a.txt 1");
    }

    @Test
    void otherArchivesAreNotOurs() {
        for (byte[] other : List.of(
                new RawZip().add("a.txt", "a").bytes(),
                new RawZip()
                        .add("mimetype", "application/vnd.oasis.opendocument.text")
                        .add("META-INF/documentsignatures.xml", "<a/>")
                        .bytes(),
                "%PDF-1.7".getBytes(StandardCharsets.US_ASCII),
                "PK".getBytes(StandardCharsets.US_ASCII),
                new byte[] {'P', 'K', 3, 4, 0})) {
            assertThat(verify(other).presence()).isEqualTo(Presence.NOT_APPLICABLE);
        }
    }

    /** Where reading ends at a limit, nobody knows that there is no signature. */
    @Test
    void anArchiveBeyondALimitIsNotCheckedWhereItMayHoldSignatures() {
        AsicLimits few = new AsicLimits(1 << 20, 2, 1 << 20, 100, 1 << 20, 10, CmsLimits.standard());
        AsicLimits small = new AsicLimits(10, 1000, 1 << 20, 100, 1 << 20, 10, CmsLimits.standard());
        byte[] signed = new RawZip()
                .add("a.txt", "a")
                .add("b.txt", "b")
                .add("META-INF/signature.p7s", "s")
                .bytes();
        byte[] data = new RawZip()
                .add("a.txt", "a")
                .add("b.txt", "b")
                .add("c.txt", "c")
                .bytes();
        assertThat(verify(bounded(few), signed).presence()).isEqualTo(Presence.NOT_CHECKED);
        assertThat(verify(bounded(few), data).presence()).isEqualTo(Presence.NOT_APPLICABLE);
        assertThat(verify(bounded(small), data).presence()).isEqualTo(Presence.NOT_CHECKED);
    }

    private static VerifyAsic bounded(AsicLimits limits) {
        return new VerifyAsic(TrustStores.of(), Revocations.none(), ValidationPolicy.standard(), limits);
    }

    @Test
    void aContainerWithoutSignatureIsUnsigned() {
        assertThat(verify(new RawZip()
                                .add("mimetype", ContainerKind.EXTENDED.mediaType())
                                .add("a.txt", "a")
                                .bytes())
                        .presence())
                .isEqualTo(Presence.UNSIGNED);
    }

    /** A container under an archive manifest that lists all there is, and a token over that manifest. */
    private static byte[] archived(UnaryOperator<String> change) throws IOException {
        RawZip zip = raw();
        StringBuilder references = new StringBuilder();
        for (RawZip.Entry entry : zip.entries().subList(3, 5)) {
            references
                    .append("<asic:DataObjectReference URI=\"")
                    .append(new String(entry.name, StandardCharsets.UTF_8))
                    .append("\"><ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/>")
                    .append("<ds:DigestValue>")
                    .append(Base64.getEncoder()
                            .encodeToString(Sha256.of(entry.data).bytes()))
                    .append("</ds:DigestValue></asic:DataObjectReference>");
        }
        String manifest = new String(AsicFixture.manifest(FILES), StandardCharsets.UTF_8)
                .replace("META-INF/signature001.p7s", "META-INF/timestamp001.tst")
                .replace("</asic:ASiCManifest>", references + "</asic:ASiCManifest>");
        byte[] stamped = change.apply(manifest).getBytes(StandardCharsets.UTF_8);
        return zip.add("META-INF/ASiCArchiveManifest.xml", stamped)
                .add("META-INF/timestamp001.tst", LongTerm.token(Sha256.of(stamped), DevTrust.pki()))
                .bytes();
    }

    @Test
    void anArchiveTimestampProvesWhatItsManifestLists() throws IOException {
        SignatureReport report = verify(archived(xml -> xml));

        passes(report);
        assertThat(report.timestamps()).singleElement().matches(DocumentTimestamp::proven);
        assertThat(report.verdicts().getFirst().facts().time().timestampProven())
                .isTrue();
    }

    @Test
    void anArchiveTimestampOverOtherFilesProvesNothing() throws IOException {
        for (UnaryOperator<String> change : List.<UnaryOperator<String>>of(
                xml -> xml.replaceFirst("<ds:DigestValue>....", "<ds:DigestValue>AAAA"),
                xml -> xml.replace("META-INF/signature001.p7s", "META-INF/signature002.p7s"))) {
            SignatureReport report = verify(archived(change));

            assertThat(report.timestamps()).singleElement().matches(stamp -> !stamp.proven());
            assertThat(report.verdicts().getFirst().facts().time().timestampProven())
                    .isFalse();
            assertThat(report.findings())
                    .extracting(Finding::code)
                    .containsExactly(ErrorCode.SIGNATURE_TIMESTAMP_UNPROVEN);
        }
    }

    @Test
    void eachFateIsThatOfTheSigner() {
        byte[] manifest = AsicFixture.manifest(FILES);
        byte[] revoked = raw().with(zip -> zip.entries()
                        .set(
                                4,
                                new RawZip.Entry(
                                        WriteContainer.SIGNATURE,
                                        AsicFixture.signature(DevTrust.seal(Fate.REVOKED), manifest))))
                .bytes();

        assertThat(reason(verify(revoked))).isEqualTo(SubIndication.REVOKED);
    }

    @Test
    void namesThatNoContainerTakesAreRefusedBeforeSigning() {
        for (String name : List.of("../a", "/a", "META-INF/a.p7s", "mimetype", "a\u0000b", "a\\b", "x\u202Efdp.exe")) {
            assertThatThrownBy(() -> new SignAsic(KEY).sign(List.of(SignedFile.of(name, new byte[1])), DevTrust.NOW))
                    .isInstanceOf(SigningException.class);
        }
        assertThatThrownBy(() -> new SignAsic(KEY).sign(List.of(), DevTrust.NOW))
                .isInstanceOf(SigningException.class);
        assertThatThrownBy(() -> new SignAsic(KEY)
                        .sign(List.of(SignedFile.of("a", new byte[1]), SignedFile.of("A", new byte[1])), DevTrust.NOW))
                .isInstanceOf(SigningException.class);
    }
}
