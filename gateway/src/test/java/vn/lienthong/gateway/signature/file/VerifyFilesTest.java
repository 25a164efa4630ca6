package vn.lienthong.gateway.signature.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.FileVerifier;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;

class VerifyFilesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final byte[] SIGNED_DATA = HexFormat.of().parseHex("30820a3006092a864886f70d010702a0820a21");

    private static SignedFile file(String text) {
        return SignedFile.of("tệp", text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "PDF,%PDF-1.7",
                "PDF,junk before it %PDF-1.4",
                "PACKET,<edXML xmlns='x'>",
                "PACKET,<?xml version='1.0'?><!-- c --><e:edXML xmlns:e='x'>",
                "XML,<?xml version='1.0'?><root><edXML/></root>",
                "XML,<edXMLish/>",
                "XML,<!-- <edXML> --><other/>",
                "CMS,-----BEGIN PKCS7-----",
                "CMS,-----BEGIN CMS-----",
                "XML,<!-- %PDF-1.7 --><a/>",
                "OTHER,-----BEGIN CERTIFICATE-----",
                "OTHER,xin chao",
                "OTHER,``"
            })
    void knowsAFileByItsBytes(FileKind kind, String head) throws IOException {
        assertThat(FileKind.of(file(head))).isEqualTo(kind);
    }

    @Test
    void whatBeginsAFileDecides() throws IOException {
        assertThat(FileKind.of(file("PK\u0003\u0004 mimetype %PDF-1.7"))).isEqualTo(FileKind.ARCHIVE);
        byte[] cms = Arrays.copyOf(SIGNED_DATA, 100);
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, cms, 50, 8);
        assertThat(FileKind.of(SignedFile.of("a.pdf", cms))).isEqualTo(FileKind.CMS);
        byte[] certificate = HexFormat.of().parseHex("3082033030820218a003020102");
        assertThat(FileKind.of(SignedFile.of("a.p7s", certificate))).isEqualTo(FileKind.OTHER);
        assertThat(FileKind.of(file("\u00ef\u00bb\u00bf<edXML>"))).isEqualTo(FileKind.PACKET);
        assertThat(FileKind.of(file("\u00ff\u00fe<\u0000e\u0000"))).isEqualTo(FileKind.XML);
        assertThat(FileKind.of(file("<?".repeat(2000)))).as("no endless search").isEqualTo(FileKind.XML);
    }

    /** As a reader of XML finds them. */
    @Test
    void nothingBeforeItHidesXml() throws IOException {
        for (String xml : List.of(
                " ".repeat(100_000) + "<a/>",
                "\u0000<\u0000a\u0000/\u0000>",
                "<\u0000a\u0000/\u0000>\u0000",
                "\u00ef\u00bb\u00bf\u00ef\u00bb\u00bf<a/>",
                "\u00fe\u00ff\u00fe\u00ff\u0000<\u0000a")) {
            assertThat(FileKind.of(file(xml))).as(xml.strip()).isEqualTo(FileKind.XML);
        }
        assertThat(FileKind.of(file(" ".repeat(100_000) + "a<a/>"))).isEqualTo(FileKind.OTHER);
    }

    @Test
    void asksTheVerifierOfTheKind() throws IOException {
        SignedFile content = file("nội dung");
        FileVerifier cms = (file, beside, at) -> {
            assertThat(beside).containsExactly(content);
            assertThat(at).isEqualTo(NOW);
            return SignatureReport.without(file.name(), Presence.UNSIGNED);
        };
        VerifyFiles files = new VerifyFiles(Map.of(FileKind.CMS, cms), FileLimits.standard());
        SignedFile signature = SignedFile.of("a.p7s", SIGNED_DATA);
        assertThat(files.verify(signature, List.of(content), NOW).presence()).isEqualTo(Presence.UNSIGNED);
        assertThat(files.judges(FileKind.CMS)).isTrue();
    }

    @Test
    void whatNobodyJudgesIsNotCheckedAndNeverUnsigned() throws IOException {
        VerifyFiles none = new VerifyFiles(Map.of(), FileLimits.standard());
        SignatureReport report = none.verify(SignedFile.of("a.p7s", SIGNED_DATA), List.of(), NOW);
        assertThat(report.presence()).isEqualTo(Presence.NOT_CHECKED);
        assertThat(report.findings()).extracting(Finding::code).containsExactly(ErrorCode.SIGNATURE_NOT_CHECKED);
        assertThat(none.verify(file("xin chao"), List.of(), NOW).presence()).isEqualTo(Presence.NOT_APPLICABLE);
    }

    @Test
    void boundsComeFirst() throws IOException {
        FileVerifier never = (file, beside, at) -> {
            throw new AssertionError("asked");
        };
        VerifyFiles files = new VerifyFiles(Map.of(FileKind.PDF, never), new FileLimits(20, 1));
        SignatureReport large = files.verify(file("%PDF-1.7 and so much more"), List.of(), NOW);
        SignatureReport many = files.verify(file("%PDF-1.7"), Collections.nCopies(2, file("x")), NOW);
        assertThat(List.of(large, many)).allSatisfy(report -> {
            assertThat(report.presence()).isEqualTo(Presence.NOT_CHECKED);
            assertThat(report.findings()).extracting(Finding::code).containsExactly(ErrorCode.SIGNATURE_FILE_TOO_LARGE);
        });
    }

    @Test
    void aFaultOfOursIsNoPassAndNoCrash() throws IOException {
        FileVerifier faulty = (file, beside, at) -> {
            throw new IllegalStateException("oops");
        };
        VerifyFiles files = new VerifyFiles(Map.of(FileKind.PDF, faulty), FileLimits.standard());
        assertThat(files.verify(file("%PDF-1.7"), List.of(), NOW).presence()).isEqualTo(Presence.BROKEN);
    }
}
