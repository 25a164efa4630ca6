package vn.lienthong.gateway.dossier.reception;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.dossier.FilesBeside;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.packet.EnvelopeSignature;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.signature.FileVerifier;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.file.FileKind;
import vn.lienthong.gateway.signature.file.FileLimits;
import vn.lienthong.gateway.signature.pdf.PdfBytes;

/**
 * Step 5: the signatures in the attached files, which carry the legal weight, and the envelope's. No socket is opened:
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

        /** The same, where the signature may be over attachments, which are named by their content id. */
        default SignatureReport verify(
                EnvelopeSignature.Kind kind, StoredBytes packet, List<SignedFile> parts, Instant at) {
            return verify(kind, packet, at);
        }
    }

    /** Tells whose the signatures are, by the code of the sender. */
    public interface SignerMatching {
        List<SignatureReport> match(String sender, List<SignatureReport> reports, Instant at);
    }

    private final PdfVerifier pdf;
    private final EnvelopeVerifier envelope;
    private final SignerMatching matching;
    private final FileVerifier others;
    private final FileLimits limits;

    public VerifySubmission(PdfVerifier pdf, EnvelopeVerifier envelope) {
        this(
                pdf,
                envelope,
                (sender, reports, at) -> reports,
                (file, beside, at) -> SignatureReport.without(file.name(), Presence.NOT_APPLICABLE));
    }

    /** @param others judges what is no PDF, by our standard limits: CMS, XML, containers */
    public VerifySubmission(PdfVerifier pdf, EnvelopeVerifier envelope, SignerMatching matching, FileVerifier others) {
        this(pdf, envelope, matching, others, FileLimits.standard());
    }

    /**
     * @param others judges what is no PDF: CMS, XML, containers
     * @param limits those of {@code others}
     */
    public VerifySubmission(
            PdfVerifier pdf,
            EnvelopeVerifier envelope,
            SignerMatching matching,
            FileVerifier others,
            FileLimits limits) {
        this.pdf = pdf;
        this.envelope = envelope;
        this.matching = matching;
        this.others = others;
        this.limits = limits;
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
                    .flatMap(content -> report(attachment, content, packet, at))
                    .ifPresent(reports::add);
        }
        EnvelopeSignature.Kind kind = packet.envelopeSignature().kind();
        if (kind != EnvelopeSignature.Kind.ABSENT) {
            // Others are not verified anyway: no file is opened for them.
            boolean real = kind == EnvelopeSignature.Kind.XMLDSIG;
            reports.add(envelope.verify(kind, bytes, real ? parts(packet) : List.of(), at));
        }
        return matching.match(packet.from().organId(), reports, at);
    }

    private static List<SignedFile> parts(Packet packet) {
        List<SignedFile> parts = new ArrayList<>();
        for (Attachment attachment : packet.attachments()) {
            attachment.content().ifPresent(content -> parts.add(FilesBeside.file(attachment.contentId(), content)));
        }
        return parts;
    }

    private Optional<SignatureReport> report(
            Attachment attachment, AttachmentContent content, Packet packet, Instant at) {
        try {
            SignedFile file = FilesBeside.file(attachment.name(), content);
            FileKind kind = FileKind.of(file);
            return switch (kind) {
                case PDF -> Optional.of(pdf.verify(attachment.name(), bytes(content), at));
                case CMS, ARCHIVE, XML, PACKET -> other(file, kind, attachment, packet, at);
                case OTHER -> Optional.empty();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Most that is no PDF carries no signature, and nothing is said of it then: office files, data, pictures. */
    private Optional<SignatureReport> other(
            SignedFile file, FileKind kind, Attachment attachment, Packet packet, Instant at) throws IOException {
        List<SignedFile> beside =
                kind == FileKind.ARCHIVE ? List.of() : FilesBeside.of(attachment, packet, limits.maximumBeside());
        SignatureReport report = others.verify(file, beside, at);
        boolean told =
                switch (report.presence()) {
                    case SIGNED, BROKEN, DECORATIVE, NOT_CHECKED -> true;
                    case UNSIGNED, NOT_APPLICABLE -> false;
                };
        boolean xml = kind == FileKind.XML || kind == FileKind.PACKET;
        return told ? Optional.of(xml ? AnnexReport.of(report) : report) : Optional.empty();
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
