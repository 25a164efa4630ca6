package vn.lienthong.gateway.packet;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import vn.lienthong.gateway.digest.Sha256;

/**
 * The digest of what a document says, by which a repeated sending is known. Covered: sender, header fields, what is to be done,
 * and names and bytes of the files, sorted. Not covered: the recipients, for a sender repeats a document to further ones; trace,
 * signature element, manifest and content ids, which honest retries rebuild; packing, white space, order and prefixes of
 * elements.
 *
 * <p>The encoding is injective: every text goes in with its length, every list with its size, in a fixed order.
 */
public final class ContentDigest {

    private static final String VERSION = "lienthong content digest 1";

    private final MessageDigest digest = Sha256.newDigest();

    private ContentDigest() {}

    /** The digest of a document's content. */
    public static Sha256 of(Packet packet) {
        ContentDigest content = new ContentDigest();
        content.put(VERSION);
        content.put(packet.header());
        content.put(packet.business());
        content.put(packet.attachments());
        return Sha256.finish(content.digest);
    }

    private void put(DocumentHeader h) {
        put(h.from());
        put(h.documentId().value());
        put(h.code().number(), h.code().notation());
        put(h.promulgation().place(), h.promulgation().dateText().text());
        put(
                h.documentType().type(),
                h.documentType().typeDetail(),
                h.documentType().typeName());
        put(h.subject(), h.content());
        put(h.signer().competence(), h.signer().position(), h.signer().fullName());
        put(h.dueDate().text());
        put(h.otherInfo());
        put(h.responseFor().size());
        for (ResponseFor r : h.responseFor()) {
            put(
                    r.organId(),
                    r.code(),
                    r.promulgationDate().text(),
                    r.documentId().value());
        }
        put(h.steeringType(), h.responseForTask(), h.applicationType());
        putAll(h.toPlaces());
    }

    private void put(AgencyBlock a) {
        put(a.organId(), a.organizationInCharge(), a.organName(), a.organAdd());
        put(a.email(), a.telephone(), a.fax(), a.website());
    }

    private void put(OtherInfo o) {
        put(o.priority(), o.sphereOfPromulgation(), o.typerNotation(), o.promulgationAmount(), o.pageAmount());
        put(o.direction(), o.replyFors(), o.referenceCodes());
        putAll(o.appendixes());
    }

    private void put(Business b) {
        put(b.action().wire());
        put(b.docType().isEmpty() ? BusinessAction.NEW.wire() : b.docType());
        put(b.reason(), b.documentId().value(), b.paper());
        put(b.change().documentInfo(), b.change().documentReceiver());
        put(b.change().receivers().size());
        for (ReceiverChange r : b.change().receivers()) {
            put(r.organId(), r.receiverType());
        }
        put(b.replacements().size());
        for (Replacement r : b.replacements()) {
            put(r.documentId().value());
            putAll(r.organIds());
        }
        StaffInfo s = b.staff();
        put(s.department(), s.departmentId(), s.staff(), s.staffId(), s.email(), s.mobile());
    }

    private void put(List<Attachment> attachments) {
        put(attachments.size());
        attachments.stream()
                .sorted(Comparator.comparing(Attachment::name).thenComparing(ContentDigest::fileKey))
                .forEach(a -> put(a.name(), fileKey(a)));
    }

    private static String fileKey(Attachment attachment) {
        return switch (attachment.payload()) {
            case AttachmentPayload.Kept kept ->
                "file " + kept.content().digest().hex();
            case AttachmentPayload.Unreadable bad ->
                "unreadable " + bad.transferDigest().hex();
        };
    }

    private void putAll(List<String> texts) {
        put(texts.size());
        texts.forEach(this::put);
    }

    private void put(String... texts) {
        for (String text : texts) {
            put(text);
        }
    }

    /** As UTF-16 units, which every text has exactly one row of, well formed or not. */
    private void put(String text) {
        ByteBuffer units = ByteBuffer.allocate(Integer.BYTES + Character.BYTES * text.length());
        units.putInt(text.length());
        for (int i = 0; i < text.length(); i++) {
            units.putChar(text.charAt(i));
        }
        digest.update(units.array());
    }

    private void put(int count) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(count).array());
    }
}
