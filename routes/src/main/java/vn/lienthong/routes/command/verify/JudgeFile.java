package vn.lienthong.routes.command.verify;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.packet.EnvelopeSignature;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.PacketLimits;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.packet.PacketReading;
import vn.lienthong.gateway.packet.SpooledAttachments;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.pdf.PdfBytes;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;

/** Judges one file: a PDF, an edXML packet with the PDFs attached to it, or a receipt of a gateway. */
final class JudgeFile {
    /** How a report calls the packet's own signature. */
    static final String ENVELOPE = "envelope";

    private static final int HEAD_BYTES = 1024;
    private static final int MEMORY_BYTES = 64 << 20;

    private static final long LONGEST_CMS_BYTES = 16 << 20;
    private static final int DER_SEQUENCE = 0x30;

    private final VerifyPdf pdf;
    private final JudgeReceipt receipts;
    private final Instant at;
    private final PacketReader packets = new PacketReader(PacketLimits.defaults());

    JudgeFile(VerifyPdf pdf, JudgeReceipt receipts, Instant at) {
        this.pdf = pdf;
        this.receipts = receipts;
        this.at = at;
    }

    /** @throws IOException when the file cannot be read; a bad file never throws */
    JudgedFile judge(Path file) throws IOException {
        String head = head(file);
        if (head.contains("%PDF-")) {
            SignatureReport report = pdf.verify(name(file), PdfBytes.open(file), at);
            return new JudgedFile(file, Optional.empty(), List.of(report), List.of());
        }
        if (looksLikeXml(head)) {
            return packet(file);
        }
        if (head.startsWith(String.valueOf((char) DER_SEQUENCE)) && Files.size(file) <= LONGEST_CMS_BYTES) {
            Optional<JudgedFile> receipt = receipts.judge(file, name(file), Files.readAllBytes(file), at);
            if (receipt.isPresent()) {
                return receipt.get();
            }
        }
        SignatureReport other = SignatureReport.without(name(file), Presence.NOT_APPLICABLE);
        return new JudgedFile(file, Optional.empty(), List.of(other), List.of());
    }

    private JudgedFile packet(Path file) throws IOException {
        Path scratch = Files.createTempDirectory("lienthong-verify");
        try (SpooledAttachments store = new SpooledAttachments(scratch, MEMORY_BYTES);
                InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return switch (packets.read(in, store)) {
                case PacketReading.Refused refused ->
                    new JudgedFile(file, Optional.empty(), List.of(), errors(refused.findings()));
                case PacketReading.Understood understood ->
                    new JudgedFile(
                            file,
                            Optional.of(understood.message()),
                            understood.message() instanceof Packet packet ? reports(packet) : List.of(),
                            errors(understood.findings()));
            };
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    private List<SignatureReport> reports(Packet packet) throws IOException {
        List<SignatureReport> reports = new ArrayList<>();
        for (Attachment attachment : packet.attachments()) {
            Optional<AttachmentContent> content = attachment.content();
            if (content.isPresent()) {
                reports.add(pdf.verify(attachment.name(), bytes(content.get()), at));
            }
        }
        reports.add(envelope(packet.envelopeSignature().kind()));
        return reports;
    }

    private static SignatureReport envelope(EnvelopeSignature.Kind kind) {
        return switch (kind) {
            case ABSENT -> SignatureReport.without(ENVELOPE, Presence.UNSIGNED);
            case NOT_XMLDSIG -> SignatureReport.without(ENVELOPE, Presence.DECORATIVE);
            case XMLDSIG ->
                SignatureReport.without(
                        ENVELOPE,
                        Presence.NOT_CHECKED,
                        Finding.information(
                                ErrorCode.ENVELOPE_SIGNATURE_NOT_CHECKED,
                                "edXMLHeader/Signature",
                                "Signature: chưa kiểm tra"));
        };
    }

    private static PdfBytes bytes(AttachmentContent content) throws IOException {
        Optional<byte[]> inMemory = content.bytes();
        if (inMemory.isPresent()) {
            return PdfBytes.of(inMemory.get());
        }
        Optional<Path> spooled = content.file();
        if (spooled.isPresent()) {
            return PdfBytes.open(spooled.get());
        }
        try (InputStream in = content.open()) {
            return PdfBytes.of(in.readAllBytes());
        }
    }

    private static List<Finding> errors(List<Finding> findings) {
        return findings.stream().filter(Finding::isError).toList();
    }

    private static String head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
        }
    }

    /** In UTF-8 with or without its mark, or in UTF-16. */
    private static boolean looksLikeXml(String head) {
        return head.startsWith("\u00fe\u00ff")
                || head.startsWith("\u00ff\u00fe")
                || head.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().startsWith("<");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
