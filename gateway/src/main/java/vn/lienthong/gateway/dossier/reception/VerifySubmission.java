package vn.lienthong.gateway.dossier.reception;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.packet.EnvelopeSignature;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.pdf.PdfBytes;

/**
 * Step 5: the signatures in the attached PDFs, which carry the legal weight, and the envelope's. No socket is opened:
 * revocation comes from the cache, and what it does not know is told as indeterminate.
 */
public final class VerifySubmission {

    /** Judges the signatures of one PDF file. */
    public interface PdfVerifier {
        SignatureReport verify(String name, PdfBytes content, Instant at);
    }

    /** Judges the signature over the packet itself, read from where it lies. */
    public interface EnvelopeVerifier {
        SignatureReport verify(EnvelopeSignature.Kind kind, StoredBytes packet, Instant at);
    }

    private static final String MAGIC = "%PDF-";

    /** Readers find the header within this many bytes (ISO 32000-1 Annex H, implementation note 13). */
    private static final int HEADER_WITHIN_BYTES = 1024;

    private final PdfVerifier pdf;
    private final EnvelopeVerifier envelope;

    public VerifySubmission(PdfVerifier pdf, EnvelopeVerifier envelope) {
        this.pdf = pdf;
        this.envelope = envelope;
    }

    public Examination verify(Examination examination) {
        if (!(examination.message().orElse(null) instanceof Packet packet)) {
            return examination;
        }
        Instant at = examination.submission().receivedAt();
        return examination.verified(reports(packet, examination.submission().bytes(), at));
    }

    /** The reports of a packet whose attachments can be opened. */
    List<SignatureReport> reports(Packet packet, StoredBytes bytes, Instant at) {
        List<SignatureReport> reports = new ArrayList<>();
        for (Attachment attachment : packet.attachments()) {
            attachment
                    .content()
                    .flatMap(content -> report(attachment.name(), content, at))
                    .ifPresent(reports::add);
        }
        EnvelopeSignature.Kind kind = packet.envelopeSignature().kind();
        if (kind != EnvelopeSignature.Kind.ABSENT) {
            reports.add(envelope.verify(kind, bytes, at));
        }
        return reports;
    }

    private Optional<SignatureReport> report(String name, AttachmentContent content, Instant at) {
        try {
            return looksLikePdf(content) ? Optional.of(pdf.verify(name, bytes(content), at)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean looksLikePdf(AttachmentContent content) throws IOException {
        try (InputStream in = content.open()) {
            byte[] head = in.readNBytes(HEADER_WITHIN_BYTES);
            return new String(head, StandardCharsets.ISO_8859_1).contains(MAGIC);
        }
    }

    private static PdfBytes bytes(AttachmentContent content) throws IOException {
        Optional<byte[]> inMemory = content.bytes();
        if (inMemory.isPresent()) {
            return PdfBytes.of(inMemory.get());
        }
        Optional<Path> file = content.file();
        if (file.isPresent()) {
            return PdfBytes.open(file.get());
        }
        try (InputStream in = content.open()) {
            return PdfBytes.of(in.readAllBytes());
        }
    }
}
