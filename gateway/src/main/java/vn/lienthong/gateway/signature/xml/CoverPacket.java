package vn.lienthong.gateway.signature.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.packet.EnvelopeSigning;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.SubIndication;

/**
 * Coverage of a packet's signature. Accepted are: the whole packet; and all of it but the stations of its trace, which hops
 * extend (QCVN 102 2.1): MessageHeader, what is to be done, the manifest, and every attachment, decoded, each at its place. In
 * a packet signed so, anything else is an addition after signing.
 */
final class CoverPacket implements XmlCover {

    @Override
    public Coverage judge(Screened screened, List<Target> targets, SignedContent content, Judgement judgement) {
        Element root = content.document().root();
        if (targets.contains(new Target.Whole()) || targets.contains(new Target.Part(root))) {
            return Coverage.WHOLE_FILE;
        }
        List<String> unsigned =
                Places.of(root).map(places -> places.unsigned(targets, content)).orElse(List.of("what is no packet"));
        if (unsigned.isEmpty()) {
            judgement.weigh(
                    Level.INFORM,
                    SubIndication.SIG_CONSTRAINTS_FAILURE,
                    ErrorCode.ENVELOPE_SIGNATURE_LEAVES_TRACE,
                    "covers: " + targets + " (expected: all but the stations of the trace)");
        } else if (ours(screened)) {
            judgement.object(
                    SubIndication.FORMAT_FAILURE,
                    ErrorCode.CHANGED_AFTER_SIGNING,
                    "packet: " + unsigned + " beside what is signed (expected: the stations of the trace alone)");
        } else {
            judgement.object(
                    SubIndication.SIG_CONSTRAINTS_FAILURE,
                    ErrorCode.SIGNATURE_INDETERMINATE,
                    "references: to parts of the packet, not to " + unsigned + " (expected: to the whole)");
        }
        return Coverage.PARTIAL;
    }

    /** Whoever signs so signs everything; others may have meant to sign less. What the signer wrote nobody can change. */
    private static boolean ours(Screened screened) {
        return screened.references().stream()
                .anyMatch(reference -> reference.uri().equals("#" + EnvelopeSigning.HEADER));
    }

    /**
     * Where a reader of packets finds its parts, whatever their namespace.
     *
     * @param needed elements that must be signed
     * @param attachments the Attachment elements
     * @param others elements that have no place in a packet signed so
     */
    private record Places(List<Element> needed, List<Element> attachments, List<Element> others) {
        private static final Set<String> ROOT = Set.of("edXMLEnvelope", "AttachmentEncoded");
        private static final Set<String> ENVELOPE = Set.of("edXMLHeader", "edXMLBody");
        private static final Set<String> HEADER = Set.of("MessageHeader", "TraceHeaderList", "Signature");
        private static final Set<String> BODY = Set.of("edXMLManifest");

        static Optional<Places> of(Element root) {
            List<Element> others = new ArrayList<>();
            Map<String, Element> parts = singles(root, ROOT, others);
            Element envelope = parts.get("edXMLEnvelope");
            if (envelope == null) {
                return Optional.empty();
            }
            Map<String, Element> inside = singles(envelope, ENVELOPE, others);
            Map<String, Element> header =
                    inside.containsKey("edXMLHeader") ? singles(inside.get("edXMLHeader"), HEADER, others) : Map.of();
            Element message = header.get("MessageHeader");
            if (message == null) {
                return Optional.empty();
            }
            List<Element> needed = new ArrayList<>(List.of(message));
            Element trace = header.get("TraceHeaderList");
            if (trace != null) {
                Dom.children(trace).stream()
                        .filter(one -> !"TraceHeader".equals(one.getLocalName()))
                        .forEach(needed::add);
            }
            Element body = inside.get("edXMLBody");
            if (body != null) {
                needed.addAll(singles(body, BODY, others).values());
            }
            Element encoded = parts.get("AttachmentEncoded");
            List<Element> attachments = encoded == null ? List.of() : Dom.children(encoded);
            return Optional.of(new Places(needed, attachments, others));
        }

        /** Children by local name, which readers go by; a second one, or one of another name, goes to the others. */
        private static Map<String, Element> singles(Element parent, Set<String> names, List<Element> others) {
            Map<String, Element> found = new HashMap<>();
            for (Element child : Dom.children(parent)) {
                String name = String.valueOf(child.getLocalName());
                if (!names.contains(name) || found.putIfAbsent(name, child) != null) {
                    others.add(child);
                }
            }
            return found;
        }

        List<String> unsigned(List<Target> targets, SignedContent content) {
            List<String> unsigned = new ArrayList<>();
            others.forEach(other -> unsigned.add(Dom.place(other)));
            needed.stream()
                    .filter(one -> !targets.contains(new Target.Part(one)))
                    .forEach(one -> unsigned.add(Dom.place(one)));
            content.beside().stream()
                    .filter(part -> !targets.contains(new Target.Beside(part)))
                    .forEach(part -> unsigned.add("attachment " + part.name()));
            if (attachments.size() != content.beside().size()) {
                unsigned.add(
                        attachments.size() + " attachments, " + content.beside().size() + " of them readable");
            }
            attachments.stream()
                    .filter(attachment -> !named(attachment))
                    .forEach(attachment -> unsigned.add("name in " + Dom.place(attachment)));
            return unsigned;
        }

        /** Whether the attachment bears the name that the signed manifest gives it, where that gives it one. */
        private boolean named(Element attachment) {
            String name = text(attachment, "AttachmentName");
            String id = text(attachment, "ContentId");
            return needed.stream()
                    .filter(one -> "edXMLManifest".equals(one.getLocalName()))
                    .flatMap(manifest -> Dom.children(manifest).stream())
                    .filter(reference -> text(reference, "ContentId").equals(id))
                    .map(reference -> text(reference, "AttachmentName"))
                    .allMatch(name::equals);
        }

        private static String text(Element parent, String name) {
            return Dom.children(parent).stream()
                    .filter(child -> name.equals(child.getLocalName()))
                    .map(child -> child.getTextContent().strip())
                    .findFirst()
                    .orElse("");
        }
    }
}
