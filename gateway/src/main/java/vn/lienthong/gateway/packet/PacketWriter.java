package vn.lienthong.gateway.packet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;

/**
 * Writes packets in the order of the platform's SDK, which the platform is known to accept. The same message always gives the
 * same bytes, and reading them gives the message again, but for a real XML signature: that one is left out, for it would not
 * hold over other bytes. Safe for use by many threads at once.
 */
public final class PacketWriter {

    /**
     * Writes one message; the stream is flushed, not closed. Memory does not grow with the files.
     *
     * @throws IllegalArgumentException where a text has characters that XML lacks, or an attachment has no file
     * @throws IOException from the stream or from an attachment's content
     */
    public void write(Message message, OutputStream out) throws IOException {
        try {
            WireOutput xml = new WireOutput(out);
            begin(xml);
            switch (message) {
                case Packet packet ->
                    rest(xml, packet, () -> SignatureWriting.write(xml, packet.envelopeSignature()), true);
                case StatusMessage status -> {
                    HeaderWriting.status(xml, status);
                    xml.end();
                    xml.end();
                }
            }
            xml.finish();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException io ? io : new IOException("packet: not written", e);
        }
    }

    /**
     * Writes one packet under a signature of our own over all of it but the stations of its trace, which hops extend. A
     * decorative signature is not written.
     *
     * @throws IllegalArgumentException where a text has characters that XML lacks, or an attachment has no file
     * @throws IOException from the stream, from an attachment's content, or when it cannot be signed
     */
    public void writeSigned(Packet packet, EnvelopeSigning signing, OutputStream out) throws IOException {
        try {
            ByteArrayOutputStream skeleton = new ByteArrayOutputStream();
            WireOutput unsigned = new WireOutput(skeleton, true);
            begin(unsigned);
            rest(unsigned, packet, () -> {}, false);
            unsigned.finish();
            String signature = signing.sign(
                    skeleton.toByteArray(),
                    unsigned.identified(),
                    packet.attachments().stream().map(PacketWriter::part).toList());
            WireOutput xml = new WireOutput(out, true);
            begin(xml);
            rest(xml, packet, () -> xml.raw(signature), true);
            xml.finish();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException io ? io : new IOException("packet: not written", e);
        }
    }

    private static EnvelopeSigning.Part part(Attachment attachment) {
        return new EnvelopeSigning.Part(
                attachment.contentId(),
                attachment
                        .content()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "attachment " + attachment.name() + ": unreadable (expected: a file)"))
                        .digest(),
                attachment.contentType());
    }

    private static void begin(WireOutput xml) throws XMLStreamException {
        xml.begin();
        xml.start("edXMLHeader");
    }

    /** Writes the signature, if there is one. */
    private interface Signature {
        void write() throws XMLStreamException;
    }

    /** Everything behind the beginning of the header. */
    private static void rest(WireOutput xml, Packet packet, Signature signature, boolean withFiles)
            throws XMLStreamException, IOException {
        HeaderWriting.document(xml, packet.header());
        TraceWriting.write(xml, packet);
        signature.write();
        xml.end();
        manifest(xml, packet);
        xml.end();
        if (withFiles) {
            attachments(xml, packet);
        }
    }

    private static void manifest(WireOutput xml, Packet packet) throws XMLStreamException {
        if (packet.manifest().isEmpty() && packet.attachments().isEmpty()) {
            return;
        }
        xml.start("edXMLBody");
        xml.startSignable("edXMLManifest", EnvelopeSigning.MANIFEST);
        xml.attribute("version", "1.0");
        for (ManifestReference reference : packet.manifest()) {
            xml.start("Reference");
            xml.leaf("ContentId", reference.contentId());
            xml.leaf("ContentType", reference.contentType());
            xml.leaf("Description", reference.description());
            xml.leaf("AttachmentName", reference.attachmentName());
            xml.end();
        }
        xml.end();
        xml.end();
    }

    private static void attachments(WireOutput xml, Packet packet) throws XMLStreamException, IOException {
        if (packet.attachments().isEmpty()) {
            return;
        }
        xml.startBare("AttachmentEncoded");
        for (Attachment attachment : packet.attachments()) {
            xml.startBare("Attachment");
            xml.bareLeaf("ContentId", attachment.contentId());
            xml.bareLeaf("AttachmentName", attachment.name());
            xml.bareLeaf("Description", attachment.description());
            xml.bareLeaf("ContentType", attachment.contentType());
            xml.bareLeaf("FieldName", attachment.fieldName());
            xml.bareLeaf("MimeType", attachment.mimeType());
            xml.start("ContentTransferEncoded");
            xml.declarePrefix();
            file(xml, attachment);
            xml.end();
            xml.end();
        }
        xml.end();
    }

    private static void file(WireOutput xml, Attachment attachment) throws XMLStreamException, IOException {
        switch (attachment.payload()) {
            case AttachmentPayload.Kept kept ->
                AttachmentPacking.pack(kept.content(), kept.packing(), kept.kind(), attachment.name(), xml.rawText());
            case AttachmentPayload.Unreadable unreadable ->
                throw new IllegalArgumentException(
                        "attachment " + attachment.name() + ": " + unreadable.reason() + " (expected: a file)");
        }
    }
}
