package vn.lienthong.routes.command.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
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
import vn.lienthong.gateway.packet.Promulgation;
import vn.lienthong.gateway.packet.Signer;
import vn.lienthong.gateway.packet.TraceHop;
import vn.lienthong.gateway.signature.key.Pkcs12SigningKey;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.pdf.SignPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;

/** Writes the letters of one agency: an official signs the PDF, the agency seals it, the packet goes around it. */
final class WriteLetter {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final String NOTATION = "VPCP-TD";
    private static final String FILE = "cong-van.pdf";

    private final DemoAgency agency;
    private final DevIdentity official;
    private final DevIdentity seal;
    private final Clock clock;

    WriteLetter(DevelopmentPki pki, DemoAgency agency, Clock clock) {
        this.agency = agency;
        this.official = pki.official(agency.official(), agency.title(), agency.code(), Fate.GOOD);
        this.seal = pki.sealOf(agency.code(), agency.title(), Fate.GOOD);
        this.clock = clock;
    }

    /** A letter under a number that no other letter of the agency has. */
    Letter write(int number, String subject, AgencyBlock... to) {
        Instant now = clock.instant();
        DocumentHeader header = header(number, subject, List.of(to), now);
        byte[] pdf = sign(
                new MakeOfficialLetter()
                        .make(OfficialLetter.of(agency.title(), header.code().full(), subject, now)),
                now);
        return new Letter(header, pdf, packet(header, pdf));
    }

    /** The same letter with another file in it, though nothing else says so. */
    byte[] packet(DocumentHeader header, byte[] pdf) {
        Attachment file = Attachment.of("cid:1", FILE, "application/pdf", AttachmentContent.ofBytes(pdf));
        return PacketBytes.of(Packet.toSend(
                header,
                TraceHop.at(agency.code(), clock.instant()),
                Business.of(BusinessAction.NEW, "", DocumentId.NONE),
                List.of(file)));
    }

    /** The recall of a letter (thu hồi). */
    byte[] recall(Letter letter, String reason) {
        return PacketBytes.of(Packet.toSend(
                letter.header(),
                TraceHop.at(agency.code(), clock.instant()),
                Business.of(BusinessAction.REVOKE, reason, letter.id()),
                List.of()));
    }

    private DocumentHeader header(int number, String subject, List<AgencyBlock> to, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, VIETNAM);
        DateText date = DateText.of(today);
        DocumentCode code = new DocumentCode(Integer.toString(number), NOTATION);
        DocumentHeader.Builder header = DocumentHeader.builder()
                .from(agency.block())
                .documentId(new DocumentId(agency.code() + "," + date.text() + "," + code.full()))
                .code(code)
                .promulgation(new Promulgation("Hà Nội", date))
                .documentType(new DocumentType("1", "0", "Công văn"))
                .subject(subject)
                .content(subject)
                .signer(new Signer("KT. BỘ TRƯỞNG, CHỦ NHIỆM", "Phó Chủ nhiệm", agency.official()))
                .steeringType("1");
        to.forEach(header::to);
        return header.build();
    }

    private byte[] sign(byte[] pdf, Instant now) {
        SignPdf signing = new SignPdf();
        try {
            byte[] signed = signing.sign(
                    pdf,
                    Pkcs12SigningKey.of(official.key(), official.chain()),
                    SignatureDetails.of(agency.official(), "Ký ban hành", now));
            return signing.sign(
                    signed,
                    Pkcs12SigningKey.of(seal.key(), seal.chain()),
                    SignatureDetails.of(agency.title(), "Đóng dấu", now));
        } catch (SigningException e) {
            throw new IllegalStateException("demo letter: " + e.getMessage() + " (expected: signed)", e);
        }
    }
}
