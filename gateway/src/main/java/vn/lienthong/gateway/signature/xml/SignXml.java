package vn.lienthong.gateway.signature.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.lienthong.gateway.digest.DigestingOutputStream;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;

/**
 * Signs by XAdES (EN 319 132-1 level B-B): enveloped, enveloping or detached. In two steps, so that the key may be anywhere;
 * what comes out was found intact by our own verifier.
 */
public final class SignXml {
    private static final String XML = "text/xml";
    private static final String PART = "cid:";
    private static final String BYTES = "application/octet-stream";

    private final SigningKey key;
    private final SignatureAlgorithm algorithm;

    /** Signs with what everybody's software reads for this key. */
    public SignXml(SigningKey key) {
        this(key, key.usualAlgorithm());
    }

    public SignXml(SigningKey key, SignatureAlgorithm algorithm) {
        this.key = key;
        this.algorithm = algorithm;
    }

    /**
     * First step of an enveloped signature over the whole file, as the last child of its root.
     *
     * @throws SigningException when it is not XML that may be signed
     */
    public PreparedXml enveloped(byte[] xml, Instant at) throws SigningException {
        return inside(xml, "", at, XmlDocument::root);
    }

    /**
     * First step of a detached signature in the same file, over one element: several may stand side by side.
     *
     * @param id the identifier of the element, which must not be the root
     */
    public PreparedXml overElement(byte[] xml, String id, Instant at) throws SigningException {
        return inside(xml, "#" + id, at, XmlDocument::root);
    }

    /** Where a signature is put. */
    interface Home {
        Element in(XmlDocument document);
    }

    PreparedXml inside(byte[] xml, String uri, Instant at, Home home) throws SigningException {
        try {
            XmlDocument document = XmlDocument.bounded(xml, XmlLimits.standard());
            Node signed = uri.isEmpty()
                    ? document.document()
                    : document.named(uri.substring(1))
                            .orElseThrow(() -> new XmlFault("identifier " + uri + ": none (expected: in the file)"));
            if (signed == document.root()) {
                throw new XmlFault("identifier " + uri + ": the root (expected: an element beside the signature)");
            }
            List<String> transforms =
                    uri.isEmpty() ? List.of(XmlNames.ENVELOPED, XmlNames.EXCLUSIVE) : List.of(XmlNames.EXCLUSIVE);
            Sha256 digest = digest(out -> Canonical.EXCLUSIVE.write(signed, null, true, out));
            return prepared(
                    document.document(),
                    List.of(new DraftReference(uri, transforms, digest, XML)),
                    home.in(document),
                    new CheckSignedXml(key.certificate(), xml, List.of(), at),
                    at);
        } catch (XmlFault | IOException fault) {
            throw new SigningException("XML: cannot be signed, " + fault.getMessage(), fault);
        }
    }

    /**
     * First step of an enveloping signature: the content lies in it, as base64.
     *
     * @throws SigningException when it cannot be read
     */
    public PreparedXml enveloping(SignedFile content, Instant at) throws SigningException {
        try {
            Document document = XmlDocument.empty();
            byte[] bytes = content.all();
            Sha256 digest = Sha256.of(bytes);
            String id = "O-" + digest.hex().substring(0, 24);
            PreparedXml prepared = prepared(
                    document,
                    List.of(new DraftReference("#" + id, List.of(XmlNames.BASE64), digest, BYTES)),
                    null,
                    new CheckSignedXml(key.certificate(), null, List.of(), at),
                    at);
            Element object = document.createElementNS(XmlNames.DSIG, "ds:Object");
            object.setAttribute("Id", id);
            object.setAttribute("Encoding", XmlNames.BASE64);
            object.setTextContent(DraftXml.base64(bytes));
            document.getDocumentElement().appendChild(object);
            return prepared;
        } catch (XmlFault | IOException fault) {
            throw new SigningException("XML: cannot be signed, " + fault.getMessage(), fault);
        }
    }

    /**
     * First step of a detached signature over files, each referred to by its name; one that begins with {@code cid:} as a packet's
     * part (RFC 2392).
     *
     * @throws SigningException when one cannot be read, or its name is none that may be referred to
     */
    public PreparedXml detached(List<SignedFile> files, Instant at) throws SigningException {
        try {
            List<DraftReference> references = new ArrayList<>();
            for (SignedFile file : files) {
                Sha256 digest = digest(out -> copy(file, out));
                references.add(new DraftReference(uri(file.name()), List.of(), digest, BYTES));
            }
            return prepared(
                    XmlDocument.empty(), references, null, new CheckSignedXml(key.certificate(), null, files, at), at);
        } catch (XmlFault | IOException fault) {
            throw new SigningException("XML: cannot be signed, " + fault.getMessage(), fault);
        }
    }

    private static void copy(SignedFile file, OutputStream out) throws IOException {
        try (InputStream in = file.open()) {
            in.transferTo(out);
        }
    }

    /** As a relative reference has it (RFC 3986 §4.2); the name stays readable where it may. */
    private static String uri(String name) {
        String part = name.startsWith(PART) ? PART : "";
        return part
                + URLEncoder.encode(name.substring(part.length()), StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%2F", "/");
    }

    private PreparedXml prepared(
            Document document,
            List<DraftReference> references,
            @Nullable Element home,
            CheckSignedXml check,
            Instant at)
            throws XmlFault {
        Element signature = new DraftXml(document, key.chain(), algorithm, at).write(references);
        (home == null ? document : home).appendChild(signature);
        return new PreparedXml(document, signature, key.certificate(), algorithm, check);
    }

    private static Sha256 digest(DigestBudget.Source source) throws XmlFault, IOException {
        DigestingOutputStream digesting = new DigestingOutputStream(OutputStream.nullOutputStream());
        source.write(digesting);
        return digesting.digest();
    }

    /** The second step with the key at hand. */
    public byte[] sign(PreparedXml prepared) throws SigningException {
        return prepared.complete(key.sign(prepared.toBeSigned(), prepared.algorithm()));
    }
}
