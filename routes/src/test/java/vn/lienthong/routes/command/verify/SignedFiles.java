package vn.lienthong.routes.command.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Facts;
import vn.lienthong.gateway.evidence.GatewaySeal;
import vn.lienthong.gateway.packet.AgencyBlock;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.packet.Business;
import vn.lienthong.gateway.packet.ContentDigest;
import vn.lienthong.gateway.packet.DocumentHeader;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.PacketLimits;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.packet.PacketReading;
import vn.lienthong.gateway.packet.PacketWriter;
import vn.lienthong.gateway.packet.SpooledAttachments;
import vn.lienthong.gateway.packet.TraceHop;
import vn.lienthong.gateway.signature.key.Pkcs12SigningKey;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.pdf.SignPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;

/** A folder of signed files and of what their verifier needs. */
final class SignedFiles {
    static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    static final String AGENCY = "Sở Nội vụ tỉnh Thử Nghiệm";

    private static final DevelopmentPki PKI =
            DevelopmentPki.create(DevelopmentPki.Settings.of(NOW, URI.create("http://pki.example")));

    private final Path folder;

    SignedFiles(Path folder) {
        this.folder = folder;
    }

    static byte[] letter() {
        return new MakeOfficialLetter().make(OfficialLetter.of(AGENCY, "12/SNV-VP", "Thử chữ ký số", NOW));
    }

    static byte[] sealed(Fate fate) {
        return sealed(letter(), PKI.sealOf("H53.10", AGENCY, fate));
    }

    static byte[] sealed(byte[] pdf, DevIdentity identity) {
        try {
            return new SignPdf()
                    .sign(
                            pdf,
                            Pkcs12SigningKey.of(identity.key(), identity.chain()),
                            new SignatureDetails("Người ký", "Ban hành", NOW, 8192));
        } catch (SigningException fault) {
            throw new AssertionError(fault);
        }
    }

    /** One byte of the page, altered after signing. */
    static byte[] tampered() {
        byte[] pdf = sealed(Fate.GOOD);
        pdf[pdf.length / 4] ^= 1;
        return pdf;
    }

    static byte[] packet(List<byte[]> files) throws IOException {
        DocumentHeader header = DocumentHeader.builder()
                .from(AgencyBlock.of("H53.10", AGENCY))
                .to(AgencyBlock.of("G01", "Bộ Công an"))
                .documentId(new DocumentId("thử-1"))
                .build();
        List<Attachment> attachments = files.stream()
                .map(bytes -> Attachment.of("t1", "công-văn.pdf", "application/pdf", AttachmentContent.ofBytes(bytes)))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PacketWriter().write(Packet.toSend(header, TraceHop.at("H53.10", NOW), Business.ABSENT, attachments), out);
        return out.toByteArray();
    }

    /** As a gateway makes it whose seal is one of the PKI's. */
    static byte[] receipt(byte[] packet) throws IOException {
        DevIdentity identity = PKI.sealOf("H53.10", AGENCY, Fate.GOOD);
        try (SpooledAttachments store = new SpooledAttachments(Path.of("never-used"), Integer.MAX_VALUE)) {
            PacketReading.Understood read = (PacketReading.Understood)
                    new PacketReader(PacketLimits.defaults()).read(new ByteArrayInputStream(packet), store);
            String content = Facts.with("format", "lienthong-receipt-1")
                    .and("dossier", "00000000-0000-4000-8000-000000000001")
                    .and("documentId", ((Packet) read.message()).documentId())
                    .and("sender", "H53.10")
                    .and("senderDocId", "abc")
                    .and("receivedAt", NOW)
                    .and("bytesSha256", Sha256.of(packet).hex())
                    .and(
                            "contentSha256",
                            ContentDigest.of((Packet) read.message()).hex())
                    .and("entrySha256", "0".repeat(64))
                    .and("madeAt", NOW)
                    .json();
            return new GatewaySeal(Pkcs12SigningKey.of(identity.key(), identity.chain()))
                    .sign(content.getBytes(StandardCharsets.UTF_8), NOW);
        }
    }

    String write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    /** The arguments that make the PKI trusted, certificates as PEM and lists as DER. */
    String[] trusting(String... more) throws IOException, CertificateEncodingException {
        String root = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(PKI.root(Branch.GOVERNMENT).getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        String[] always = {
            "verify",
            "--at",
            NOW.toString(),
            "--trust",
            write("root.pem", root.getBytes(StandardCharsets.US_ASCII)),
            "--trust",
            write("ca.crt", PKI.issuingCa(Branch.GOVERNMENT).getEncoded()),
            "--crl",
            write("root.crl", PKI.rootCrl(Branch.GOVERNMENT)),
            "--crl",
            write("ca.crl", PKI.crl(Branch.GOVERNMENT))
        };
        return Stream.of(always, more).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
