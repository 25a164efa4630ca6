package vn.lienthong.routes.command.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.packet.AgencyBlock;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.packet.Business;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.DateText;
import vn.lienthong.gateway.packet.DocumentCode;
import vn.lienthong.gateway.packet.DocumentHeader;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.packet.DocumentType;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.PacketWriter;
import vn.lienthong.gateway.packet.Promulgation;
import vn.lienthong.gateway.packet.Signer;
import vn.lienthong.gateway.packet.TraceHop;
import vn.lienthong.routes.command.demo.BenchWorld;
import vn.lienthong.routes.link.AxisClient;

/**
 * The packets of one kind of document: written once, then told apart by a document id of always the same length, so that
 * thousands cost no memory. The gateway meets a new document, new bytes and a new digest each time. For one thread.
 */
final class BenchDocument {
    private static final String MARK = "lienthong-bench-0000000000";

    private final byte[] pdf;
    private final byte[] before;
    private final byte[] after;
    private final MessageDigest digestBefore;
    private long next;

    private BenchDocument(byte[] pdf, byte[] packet, int mark, long first) {
        this.pdf = pdf;
        this.before = Arrays.copyOf(packet, mark);
        this.after = Arrays.copyOfRange(packet, mark + MARK.length(), packet.length);
        this.digestBefore = Sha256.newDigest();
        this.digestBefore.update(before);
        this.next = first;
    }

    /**
     * The packet with this PDF attached.
     *
     * @param first number of the first document; numbers are used once per gateway
     */
    static BenchDocument of(byte[] pdf, long first, Instant now) throws IOException {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.ofHours(7));
        DocumentHeader header = DocumentHeader.builder()
                .from(AgencyBlock.of(BenchWorld.SENDER.text(), BenchWorld.SENDER_NAME))
                .to(AgencyBlock.of(BenchWorld.RECIPIENT.text(), BenchWorld.RECIPIENT_NAME))
                .documentId(new DocumentId(MARK))
                .code(new DocumentCode("12", "BKHCN-VP"))
                .promulgation(new Promulgation("Hà Nội", DateText.of(today)))
                .documentType(new DocumentType("1", "", "Công văn"))
                .subject("Đo hiệu năng")
                .content("Đo hiệu năng")
                .signer(new Signer("KT. BỘ TRƯỞNG", "Thứ trưởng", "Nguyễn Văn An"))
                .steeringType("0")
                .build();
        Attachment attachment =
                Attachment.of("tep-1", "cong-van.pdf", "application/pdf", AttachmentContent.ofBytes(pdf));
        Packet packet = Packet.toSend(
                header,
                TraceHop.at(BenchWorld.SENDER.text(), now),
                Business.of(BusinessAction.NEW, "", DocumentId.NONE),
                List.of(attachment));
        ByteArrayOutputStream out = new ByteArrayOutputStream(2 * pdf.length + 8192);
        new PacketWriter().write(packet, out);
        byte[] bytes = out.toByteArray();
        int mark = new String(bytes, 0, Math.min(bytes.length, 16_384), StandardCharsets.ISO_8859_1).indexOf(MARK);
        if (mark < 0) {
            throw new IllegalStateException("packet: no document id (expected: among its first bytes)");
        }
        return new BenchDocument(pdf, bytes, mark, first);
    }

    byte[] pdf() {
        return pdf;
    }

    /** One packet as it travels. */
    byte[] packet() {
        return content(id(0)).toByteArray();
    }

    int packetBytes() {
        return before.length + MARK.length() + after.length;
    }

    /** So many packets with their digests, ready to send. */
    List<AxisClient.File> make(int count) {
        List<AxisClient.File> files = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            files.add(make(id(next++)));
        }
        return files;
    }

    /** The number that no packet of this kind has used yet. */
    long next() {
        return next;
    }

    private AxisClient.File make(byte[] id) {
        MessageDigest digest = copy(digestBefore);
        digest.update(id);
        digest.update(after);
        return new AxisClient.File(Sha256.finish(digest), packetBytes(), () -> open(id));
    }

    private InputStream open(byte[] id) {
        return new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(before), new ByteArrayInputStream(id), new ByteArrayInputStream(after))));
    }

    private ByteArrayOutputStream content(byte[] id) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(packetBytes());
        out.writeBytes(before);
        out.writeBytes(id);
        out.writeBytes(after);
        return out;
    }

    private static byte[] id(long number) {
        return (MARK.substring(0, MARK.length() - 10) + String.format(Locale.ROOT, "%010d", number))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256: cannot be copied (expected: the JDK's can)", e);
        }
    }
}
