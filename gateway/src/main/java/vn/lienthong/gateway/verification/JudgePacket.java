package vn.lienthong.gateway.verification;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.PacketLimits;
import vn.lienthong.gateway.packet.PacketReader;
import vn.lienthong.gateway.packet.PacketReading;
import vn.lienthong.gateway.packet.SpooledAttachments;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.file.FileKind;
import vn.lienthong.gateway.signature.file.VerifyFiles;
import vn.lienthong.gateway.signature.xml.EnvelopeBytes;
import vn.lienthong.gateway.signature.xml.EnvelopeHint;
import vn.lienthong.gateway.signature.xml.VerifyEnvelope;

/** Judges a packet: every file that is attached, and the signature over the packet itself. */
final class JudgePacket {
    static final int MEMORY_BYTES = 16 << 20;

    private final VerifyFiles files;
    private final VerifyEnvelope envelope;
    private final Path scratch;
    private final PacketReader packets = new PacketReader(PacketLimits.defaults());

    JudgePacket(VerifyFiles files, VerifyEnvelope envelope, Path scratch) {
        this.files = files;
        this.envelope = envelope;
        this.scratch = scratch;
    }

    JudgedFile judge(SignedFile file, Instant at) throws IOException {
        Path folder = Files.createTempDirectory(scratch, "packet-");
        try (SpooledAttachments store = new SpooledAttachments(folder, MEMORY_BYTES);
                InputStream in = new BufferedInputStream(file.open())) {
            return switch (packets.read(in, store)) {
                case PacketReading.Refused refused ->
                    judged(file, Optional.empty(), List.of(), errors(refused.findings()));
                case PacketReading.Understood understood ->
                    judged(
                            file,
                            Optional.of(understood.message()),
                            understood.message() instanceof Packet packet ? reports(packet, file, at) : List.of(),
                            errors(understood.findings()));
            };
        } catch (UncheckedIOException unreadable) {
            throw new IOException(unreadable.getMessage(), unreadable);
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    private static JudgedFile judged(
            SignedFile file, Optional<Message> message, List<SignatureReport> reports, List<Finding> findings) {
        return new JudgedFile(file.name(), FileKind.PACKET, Optional.empty(), message, reports, findings);
    }

    private List<SignatureReport> reports(Packet packet, SignedFile file, Instant at) throws IOException {
        List<SignedFile> attached = new ArrayList<>();
        for (Attachment attachment : packet.attachments()) {
            Optional<AttachmentContent> content = attachment.content();
            if (content.isPresent()) {
                attached.add(signed(subject(attachment.name()), content.get()));
            }
        }
        List<SignatureReport> reports = new ArrayList<>();
        for (SignedFile one : attached) {
            reports.add(report(one, attached, at));
        }
        EnvelopeHint hint =
                EnvelopeHint.valueOf(packet.envelopeSignature().kind().name());
        reports.add(envelope.verify(hint, bytes(file), parts(packet), at));
        return reports;
    }

    /** What the packet's own signature may refer to. */
    private static List<SignedFile> parts(Packet packet) throws IOException {
        List<SignedFile> parts = new ArrayList<>();
        for (Attachment attachment : packet.attachments()) {
            Optional<AttachmentContent> content = attachment.content();
            if (content.isPresent()) {
                parts.add(signed(attachment.contentId(), content.get()));
            }
        }
        return parts;
    }

    /** Most archives and XML files beside a document are office files and data, which carry no signatures of ours. */
    private SignatureReport report(SignedFile one, List<SignedFile> attached, Instant at) throws IOException {
        FileKind kind = FileKind.of(one);
        boolean data = kind == FileKind.ARCHIVE || kind == FileKind.XML || kind == FileKind.PACKET;
        if (data && !files.judges(kind)) {
            return SignatureReport.without(one.name(), Presence.NOT_APPLICABLE);
        }
        return files.verify(one, contained(kind) ? List.of() : beside(one, attached, files.maximumBeside()), at);
    }

    /** Whether all that a signature in it may be over lies in the file itself. */
    private static boolean contained(FileKind kind) {
        return kind == FileKind.PDF || kind == FileKind.ARCHIVE;
    }

    /** Where there are many, those that are called as the signature is: as at receipt, a full packet hides nothing. */
    private static List<SignedFile> beside(SignedFile one, List<SignedFile> attached, int most) {
        List<SignedFile> others =
                attached.stream().filter(other -> other != one).toList();
        int dot = one.name().lastIndexOf('.');
        String over = dot > 0 ? one.name().substring(0, dot) : one.name();
        return others.size() <= most
                ? others
                : others.stream()
                        .filter(other -> other.name().equals(over))
                        .limit(most)
                        .toList();
    }

    /** A stranger's file does not go for the packet's own signature by being called like it. */
    private static String subject(String name) {
        return name.equals(SignatureReport.ENVELOPE) ? "./" + name : name;
    }

    private static SignedFile signed(String name, AttachmentContent content) throws IOException {
        Optional<byte[]> inMemory = content.bytes();
        if (inMemory.isPresent()) {
            return SignedFile.of(name, inMemory.get());
        }
        Optional<Path> spooled = content.file();
        if (spooled.isPresent()) {
            return SignedFile.of(name, spooled.get());
        }
        try (InputStream in = content.open()) {
            return SignedFile.of(name, in.readAllBytes());
        }
    }

    private static EnvelopeBytes bytes(SignedFile file) {
        return new EnvelopeBytes() {
            @Override
            public InputStream open() throws IOException {
                return file.open();
            }

            @Override
            public long length() {
                return file.length();
            }
        };
    }

    private static List<Finding> errors(List<Finding> findings) {
        return findings.stream().filter(Finding::isError).toList();
    }
}
