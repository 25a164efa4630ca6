package vn.lienthong.gateway.signature.asic;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.signature.asic.AsicFixture.FILES;
import static vn.lienthong.gateway.signature.asic.AsicFixture.raw;
import static vn.lienthong.gateway.signature.asic.AsicFixture.signed;
import static vn.lienthong.gateway.signature.asic.AsicFixture.simple;
import static vn.lienthong.gateway.signature.asic.AsicFixture.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.ValidationPolicy;

/** The classes of attack on archives and manifests, each with a generator of its own; {@link VerifyAsicTest} passes the honest. */
class AsicAttackTest {
    private static final String DATA = FILES.getFirst().name();

    private static Named<byte[]> attack(String name, Consumer<RawZip> change) {
        return Named.of(name, raw().with(change).bytes());
    }

    private static Named<byte[]> entry(String name, Consumer<RawZip.Entry> change) {
        return attack(name, zip -> change.accept(zip.entry(DATA)));
    }

    private static Consumer<RawZip> add(String name) {
        return zip -> zip.add(name, "x");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] extra(int type, int length) {
        byte[] extra = new byte[4 + length];
        extra[0] = (byte) type;
        extra[1] = (byte) (type >> 8);
        extra[2] = (byte) length;
        return extra;
    }

    private static List<Named<byte[]>> archives() {
        return List.of(
                attack("bytes before", zip -> zip.first = utf8("PK\3\4mimetypeapplication/vnd.etsi.asic-")),
                attack("bytes behind", zip -> zip.last = new byte[] {0}),
                attack("another archive behind", zip -> zip.last = raw().bytes()),
                attack(
                        "an end record in the comment",
                        zip -> zip.comment = Arrays.copyOf(new byte[] {'P', 'K', 5, 6}, 22)),
                attack("a gap before the directory", zip -> zip.beforeDirectory = new byte[8]),
                entry("a gap between entries", one -> one.behind = new byte[5]),
                entry("an entry that the directory does not list", one -> one.listed = false),
                attack("more entries than listed", zip -> zip.count = 9),
                attack("fewer entries than listed", zip -> zip.count = 4),
                attack("a directory elsewhere", zip -> zip.directoryShift = 1),
                entry("another header", one -> one.shift = 1),
                attack("two entries in one place", zip -> {
                    RawZip.Entry twin = new RawZip.Entry("ban-sao.pdf", new byte[0]);
                    twin.localName = utf8(DATA);
                    twin.shift = -zip.bytes().length;
                    zip.add(twin);
                }),
                entry("another name in its own header", one -> one.localName = utf8("Cong van so 13.pdf")),
                entry("another method in its own header", one -> one.localMethod = 0),
                entry("another size in its own header", one -> one.localSize = 1),
                entry("another checksum", one -> one.crc ^= 1),
                entry("larger than told", one -> one.size -= 1),
                entry("smaller than told", one -> one.size += 1),
                entry("bytes behind the packed ones", one -> {
                    one.data = Arrays.copyOf(one.data, one.data.length + 3);
                    one.packed += 3;
                }),
                entry("an unknown method", one -> one.method = 12),
                entry("encrypted", one -> one.flags |= 1),
                entry("strongly encrypted", one -> one.flags |= 1 << 6),
                entry("hidden headers", one -> one.flags |= 1 << 13),
                entry("ZIP64", one -> one.extra = extra(1, 8)),
                entry("a second name", one -> one.localExtra = extra(0x7075, 9)),
                entry("AES", one -> one.extra = extra(0x9901, 7)),
                entry("on another disk", one -> one.disk = 1),
                entry("a link", one -> {
                    one.madeBy = 3 << 8;
                    one.unixMode = 0xa1ff;
                }),
                entry("a name not declared as UTF-8", one -> one.flags = 0),
                attack(
                        "a name that is no UTF-8",
                        zip -> zip.add(new RawZip.Entry("x", new byte[1]).with(one -> {
                            one.name = new byte[] {(byte) 0xc0, (byte) 0xae};
                            one.localName = one.name;
                        }))),
                attack("a bomb", zip -> zip.add(new RawZip.Entry("a.bin", new byte[10_000_000]).deflated())),
                attack("a bomb that lies about its size", zip -> zip.entries()
                        .set(
                                1,
                                new RawZip.Entry(DATA, new byte[10_000_000])
                                        .deflated()
                                        .with(one -> one.size = 100))),
                attack("1001 entries", zip -> {
                    for (int i = 0; i < 1001; i++) {
                        zip.add("f" + i, "x");
                    }
                }),
                attack("101 signatures", zip -> {
                    for (int i = 0; i < 101; i++) {
                        zip.add("META-INF/signature" + (i + 2) + ".p7s", "x");
                    }
                }),
                attack("mimetype packed", zip -> zip.entries()
                        .set(0, new RawZip.Entry("mimetype", utf8(ContainerKind.EXTENDED.mediaType())).deflated())),
                attack("mimetype with an extra field", zip -> zip.entry("mimetype").localExtra = extra(0x5455, 4)),
                attack("mimetype with a line's end", zip -> zip.entries()
                        .set(0, new RawZip.Entry("mimetype", utf8(ContainerKind.EXTENDED.mediaType() + "\n")))),
                attack("mimetype in capitals, with spaces", zip -> zip.entries()
                        .set(
                                0,
                                new RawZip.Entry(
                                        "mimetype", utf8("Application/VND.ETSI.ASiC-E+zip" + " ".repeat(99))))),
                attack("mimetype last", zip -> Collections.rotate(zip.entries(), -1)),
                attack("no mimetype", zip -> zip.entries().removeFirst()));
    }

    @ParameterizedTest
    @MethodSource("archives")
    void isBroken(byte[] file) {
        SignatureReport report = named(file);

        assertThat(report.presence()).as(report.toString()).isEqualTo(Presence.BROKEN);
        assertThat(report.allFindings()).extracting(Finding::code).doesNotContain(ErrorCode.INTERNAL);
    }

    /** Under a name that claims what it is: one whose first bytes do not is none of ours else. */
    private static SignatureReport named(byte[] file) {
        try {
            return new VerifyAsic(
                            DevTrust.stores(DevTrust.pki()),
                            DevTrust.lists(DevTrust.pki()),
                            ValidationPolicy.standard(),
                            AsicLimits.standard())
                    .verify(vn.lienthong.gateway.signature.SignedFile.of("goi.asice", file), List.of(), DevTrust.NOW);
        } catch (java.io.IOException fault) {
            throw new AssertionError(fault);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a",
                "a/../b",
                "/a",
                "a//b",
                "./a",
                "a\\b",
                "C:a",
                "a\u0000",
                "a\nb",
                "x\u202Efdp.exe",
                "a\u200Bb",
                "CÔNG VĂN SỐ 12.PDF",
                "Công văn số 12.pdf"
            })
    void namesThatLeadElsewhereOrMeetAnotherAreBroken(String name) {
        assertThat(verify(raw().with(add(name)).bytes()).presence()).isEqualTo(Presence.BROKEN);
    }

    private static byte[] manifest(UnaryOperator<String> change) {
        byte[] changed = utf8(change.apply(new String(AsicFixture.manifest(FILES), StandardCharsets.UTF_8)));
        return raw().with(zip -> {
                    zip.entries().set(3, new RawZip.Entry(WriteContainer.MANIFEST, changed));
                    zip.entries().set(4, new RawZip.Entry(WriteContainer.SIGNATURE, AsicFixture.signature(changed)));
                })
                .bytes();
    }

    private static List<Named<byte[]>> manifests() {
        return List.of(
                Named.of(
                        "DOCTYPE",
                        manifest(xml -> xml.replace(
                                "<asic:ASiCManifest ", "<!DOCTYPE a [<!ENTITY b \"c\">]><asic:ASiCManifest "))),
                Named.of("no file", manifest(xml -> xml.replace("asic:DataObjectReference", "asic:Other"))),
                Named.of("two signatures", manifest(xml -> xml.replaceFirst("(<asic:SigReference [^>]*>)", "$1$1"))),
                Named.of("another signature", manifest(xml -> xml.replace("signature001", "signature009"))),
                Named.of("a reference out", manifest(xml -> xml.replace("phu-luc/", "../"))),
                Named.of("a reference to a host", manifest(xml -> xml.replace("URI=\"phu-luc/", "URI=\"http://a/"))),
                Named.of("a fragment", manifest(xml -> xml.replace("so-lieu.csv", "so-lieu.csv#x"))),
                Named.of("a digest twice", manifest(xml -> xml.replaceFirst("(<ds:DigestMethod [^>]*>)", "$1$1"))),
                Named.of("no Base64", manifest(xml -> xml.replace("<ds:DigestValue>", "<ds:DigestValue>*"))),
                Named.of(
                        "a critical extension",
                        manifest(xml -> xml.replace(
                                "</asic:ASiCManifest>", "<asic:Extension Critical=\"true\"/></asic:ASiCManifest>"))),
                Named.of("not well-formed", manifest(xml -> xml + "<")),
                Named.of(
                        "the same file twice",
                        manifest(xml -> xml.replaceFirst(
                                "(?s)(<asic:DataObjectReference.*?</asic:DataObjectReference>)", "$1$1"))));
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void neverPasses(byte[] file) {
        SignatureReport report = verify(file);

        assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_FAILED);
        assertThat(report.allFindings()).extracting(Finding::code).doesNotContain(ErrorCode.INTERNAL);
    }

    @Test
    void weakAndUnknownDigestsOfFilesAreNotAccepted() {
        for (String algorithm : List.of("http://www.w3.org/2000/09/xmldsig#sha1", "urn:x")) {
            SignatureReport report =
                    verify(manifest(xml -> xml.replace("http://www.w3.org/2001/04/xmlenc#sha256", algorithm)));
            assertThat(report.overall()).isNotEqualTo(Indication.TOTAL_PASSED);
        }
    }

    @Test
    void aManifestChangedAfterSigningFails() {
        byte[] changed = raw().with(zip -> zip.entries()
                        .set(
                                3,
                                new RawZip.Entry(
                                        WriteContainer.MANIFEST,
                                        utf8(new String(AsicFixture.manifest(FILES), StandardCharsets.UTF_8) + " "))))
                .bytes();

        assertThat(verify(changed).overall()).isEqualTo(Indication.TOTAL_FAILED);
    }

    @Test
    void aSecondFileBesideTheOneOfASimpleContainerIsBroken() {
        assertThat(verify(simple(new byte[3]).add("b.pdf", "b").bytes()).presence())
                .isEqualTo(Presence.BROKEN);
    }

    @Test
    void noFlippedByteOrCutChangesWhatPasses() {
        byte[] container = signed();
        for (int at = 0; at < container.length; at += 5) {
            byte[] changed = container.clone();
            changed[at] ^= 1;
            SignatureReport report = named(changed);
            // Times of entries, and what lies beside the signature, are nobody's word.
            if (report.overall() == Indication.TOTAL_PASSED) {
                assertThat(report.verdicts()
                                .getFirst()
                                .facts()
                                .signer()
                                .orElseThrow()
                                .commonName())
                        .isEqualTo(DevTrust.AGENCY);
            }
            assertThat(report.allFindings()).extracting(Finding::code).doesNotContain(ErrorCode.INTERNAL);
            assertThat(named(Arrays.copyOf(container, at)).overall()).isNotEqualTo(Indication.TOTAL_PASSED);
        }
    }
}
