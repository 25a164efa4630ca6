package vn.lienthong.gateway.signature.xml;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.lienthong.gateway.signature.SignedFile;

/**
 * What the signatures of one file may be over: its own document, and the files handed in beside it. Nothing else is ever
 * opened. The same part in the same form is digested once, however many references lead to it. Used by one thread.
 */
final class SignedContent {
    private static final int BUFFER_BYTES = 8 * 1024;
    private static final String PART = "cid:";

    private final XmlDocument document;
    private final List<SignedFile> beside;
    private final XmlLimits limits;
    private final DigestBudget budget;
    private final Map<Key, byte[]> known = new HashMap<>();

    SignedContent(XmlDocument document, List<SignedFile> beside, XmlLimits limits) {
        this.document = document;
        this.beside = List.copyOf(beside);
        this.limits = limits;
        this.budget = new DigestBudget(limits.maximumDigestedBytes());
    }

    private record Key(Target target, List<XmlTransform> transforms, @Nullable Element without, String digest) {}

    XmlDocument document() {
        return document;
    }

    List<SignedFile> beside() {
        return beside;
    }

    DigestBudget budget() {
        return budget;
    }

    /**
     * What a reference leads to.
     *
     * @return empty when it is a file that was not handed in
     * @throws XmlFault when no element has the identifier, or more than one file the name
     */
    Optional<Target> target(ScreenedReference reference) throws XmlFault {
        String uri = reference.uri();
        if (uri.isEmpty()) {
            return Optional.of(new Target.Whole());
        }
        if (uri.startsWith("#")) {
            return Optional.of(new Target.Part(document.named(uri.substring(1))
                    .orElseThrow(() -> new XmlFault("reference: " + uri + " (expected: an identifier in the file)"))));
        }
        List<SignedFile> named =
                beside.stream().filter(file -> names(uri, file.name())).toList();
        if (named.size() > 1) {
            throw new XmlFault("reference: " + uri + " names " + named.size() + " files (expected: one)");
        }
        return named.stream().findFirst().map(Target.Beside::new);
    }

    /** By its name, or as a packet's part is called, escaped or not (RFC 2392 §2). */
    private static boolean names(String uri, String name) {
        String part = uri.startsWith(PART) ? uri.substring(PART.length()) : uri;
        return uri.equals(name)
                || decoded(uri).equals(name)
                || part.equals(name)
                || decoded(part).equals(name);
    }

    private static String decoded(String uri) {
        try {
            return URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return uri;
        }
    }

    /** The digest of what a reference leads to, in the form that its transforms give it. */
    byte[] digest(Target target, ScreenedReference reference, Element signature) throws XmlFault, IOException {
        Key key = new Key(target, reference.transforms(), reference.enveloped() ? signature : null, reference.digest());
        byte[] before = known.get(key);
        if (before != null) {
            return before;
        }
        byte[] digest = budget.digest(reference.digest(), out -> write(target, reference, signature, out));
        known.put(key, digest);
        return digest;
    }

    /** Writes the bytes that a reference's digest is over. */
    private void write(Target target, ScreenedReference reference, Element signature, OutputStream out)
            throws XmlFault, IOException {
        write(target, reference, signature, Canonical.USUAL, out);
    }

    /**
     * Writes what a reference leads to.
     *
     * @param last the form that nodes are written in, where no transform made them bytes
     */
    void write(Target target, ScreenedReference reference, Element signature, Canonical last, OutputStream out)
            throws XmlFault, IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER_BYTES);
        begin(target, signature).then(reference.transforms()).write(last, buffered);
        buffered.flush();
    }

    private State begin(Target target, Element signature) {
        return switch (target) {
            case Target.Whole whole -> new Nodes(document.document(), null, signature);
            case Target.Part part -> new Nodes(part.element(), null, signature);
            case Target.Beside file -> new Octets(file.file(), signature);
        };
    }

    /** Between two transforms: nodes or bytes (XML-DSig §4.4.3.2). */
    private abstract static class State {
        abstract State step(XmlTransform transform) throws XmlFault, IOException;

        abstract void write(Canonical last, OutputStream out) throws XmlFault, IOException;

        State then(List<XmlTransform> transforms) throws XmlFault, IOException {
            State state = this;
            for (XmlTransform transform : transforms) {
                state = state.step(transform);
            }
            return state;
        }
    }

    /** A document or element of the file, comments never in it (XML-DSig §4.4.3.3). */
    private final class Nodes extends State {
        private final Node apex;
        private final @Nullable Element without;
        private final Element signature;

        Nodes(Node apex, @Nullable Element without, Element signature) {
            this.apex = apex;
            this.without = without;
            this.signature = signature;
        }

        @Override
        State step(XmlTransform transform) throws XmlFault {
            return switch (transform) {
                // Where the signature lies elsewhere there is nothing to leave out, as many senders' software writes
                // it.
                case XmlTransform.WithoutSignature none -> new Nodes(apex, signature, signature);
                case XmlTransform.Decoded text -> {
                    if (!(apex instanceof Element) || !Dom.children(apex).isEmpty()) {
                        throw new XmlFault("Transform: base64, on elements (expected: on text alone)");
                    }
                    yield new Octets(SignedFile.of("", Dom.base64(apex.getTextContent(), "base64 content")), signature);
                }
                case XmlTransform.Canonicalized canonical -> new Written(this, canonical.form());
            };
        }

        @Override
        void write(Canonical last, OutputStream out) throws XmlFault {
            last.write(apex, without, true, out);
        }
    }

    /** Nodes in a canonical form: bytes, which are only made when somebody wants them. */
    private final class Written extends State {
        private final Nodes nodes;
        private final Canonical form;

        Written(Nodes nodes, Canonical form) {
            this.nodes = nodes;
            this.form = form;
        }

        @Override
        State step(XmlTransform transform) throws XmlFault, IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            write(form, bytes);
            return new Octets(SignedFile.of("", bytes.toByteArray()), nodes.signature).step(transform);
        }

        @Override
        void write(Canonical last, OutputStream out) throws XmlFault {
            nodes.write(form, out);
        }
    }

    /** Bytes of a file, or that a transform gave. */
    private final class Octets extends State {
        private final SignedFile file;
        private final Element signature;

        Octets(SignedFile file, Element signature) {
            this.file = file;
            this.signature = signature;
        }

        @Override
        State step(XmlTransform transform) throws XmlFault, IOException {
            return switch (transform) {
                case XmlTransform.WithoutSignature none ->
                    throw new XmlFault("Transform: enveloped, on bytes (expected: on the file it is in)");
                case XmlTransform.Decoded text ->
                    new Octets(SignedFile.of("", Dom.base64(text(), "base64 content")), signature);
                case XmlTransform.Canonicalized canonical ->
                    new Written(new Nodes(parsed(), null, signature), canonical.form());
            };
        }

        private String text() throws XmlFault, IOException {
            return new String(bounded(), StandardCharsets.US_ASCII);
        }

        private byte[] bounded() throws XmlFault, IOException {
            if (file.length() > limits.maximumBytes()) {
                throw new XmlFault(
                        "file: " + file.length() + " bytes (expected: at most " + limits.maximumBytes() + ")");
            }
            return file.all();
        }

        private Node parsed() throws XmlFault, IOException {
            byte[] bytes = bounded();
            Glance glance = Glance.at(EnvelopeBytes.of(bytes), limits);
            if (!glance.problem().isEmpty()) {
                throw new XmlFault(glance.problem());
            }
            return XmlDocument.parse(new ByteArrayInputStream(bytes)).document();
        }

        @Override
        void write(Canonical last, OutputStream out) throws IOException {
            try (InputStream in = file.open()) {
                in.transferTo(out);
            }
        }
    }
}
