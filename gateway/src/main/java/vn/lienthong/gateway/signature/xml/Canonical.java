package vn.lienthong.gateway.signature.xml;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.implementations.Canonicalizer11_OmitComments;
import org.apache.xml.security.c14n.implementations.Canonicalizer11_WithComments;
import org.apache.xml.security.c14n.implementations.Canonicalizer20010315Excl;
import org.apache.xml.security.c14n.implementations.Canonicalizer20010315ExclOmitComments;
import org.apache.xml.security.c14n.implementations.Canonicalizer20010315ExclWithComments;
import org.apache.xml.security.c14n.implementations.Canonicalizer20010315OmitComments;
import org.apache.xml.security.c14n.implementations.Canonicalizer20010315WithComments;
import org.apache.xml.security.c14n.implementations.CanonicalizerBase;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignatureInput;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A way to write XML canonically: Canonical XML 1.0 and 1.1, or exclusive, with or without comments.
 *
 * @param algorithm its name
 * @param prefixes of InclusiveNamespaces (exclusive only, XML-EXC-C14N §3); empty where there are none
 */
record Canonical(String algorithm, String prefixes) {
    static {
        Init.init();
    }

    /** What XML-DSig §4.4.3.2 and EN 319 132-1 §5.1.4 take where nothing is said. */
    static final Canonical USUAL = new Canonical(XmlNames.INCLUSIVE, "");

    /** What we write. */
    static final Canonical EXCLUSIVE = new Canonical(XmlNames.EXCLUSIVE, "");

    /**
     * The way that a CanonicalizationMethod or Transform names.
     *
     * @throws XmlFault when it is none of the allowed, or has parameters other than a list of prefixes
     */
    static Canonical of(Element method) throws XmlFault {
        String algorithm = Dom.algorithm(method);
        if (!XmlNames.CANONICAL.contains(algorithm)) {
            throw new XmlFault(
                    method.getLocalName() + ": " + algorithm + " (expected: one of the allowed canonical forms)");
        }
        String prefixes = "";
        for (Element parameter : Dom.children(method)) {
            if (!algorithm.startsWith(XmlNames.EXCLUSIVE)
                    || !Dom.is(parameter, XmlNames.EXCLUSIVE, "InclusiveNamespaces")
                    || !prefixes.isEmpty()) {
                throw new XmlFault(
                        method.getLocalName() + ": " + parameter.getNodeName() + " (expected: InclusiveNamespaces)");
            }
            prefixes = parameter.getAttribute("PrefixList");
        }
        return new Canonical(algorithm, prefixes);
    }

    /** Writes an element or document with what is in it, comments as the algorithm has it. */
    void write(Node apex, OutputStream out) throws XmlFault {
        write(apex, null, false, out);
    }

    /**
     * Writes an element or document with what is in it.
     *
     * @param without left out with all that is in it; null for nothing
     * @param noComments whether comments are no part of it, as in what {@code ""} and {@code #Id} refer to (XML-DSig §4.4.3.3)
     */
    void write(Node apex, @Nullable Node without, boolean noComments, OutputStream out) throws XmlFault {
        XMLSignatureInput input = new XMLSignatureInput(apex);
        input.setExcludeNode(without);
        input.setExcludeComments(noComments);
        try {
            CanonicalizerBase engine = engine();
            if (!prefixes.isEmpty() && engine instanceof Canonicalizer20010315Excl exclusive) {
                exclusive.engineCanonicalize(input, prefixes, out, true);
            } else {
                engine.engineCanonicalize(input, out, true);
            }
            out.flush();
        } catch (XMLSecurityException | IOException failed) {
            throw new XmlFault("canonical form: " + failed.getMessage() + " (expected: XML that has one)");
        }
    }

    private CanonicalizerBase engine() {
        return switch (algorithm) {
            case XmlNames.INCLUSIVE -> new Canonicalizer20010315OmitComments();
            case XmlNames.INCLUSIVE + "#WithComments" -> new Canonicalizer20010315WithComments();
            case XmlNames.EXCLUSIVE -> new Canonicalizer20010315ExclOmitComments();
            case XmlNames.EXCLUSIVE + "WithComments" -> new Canonicalizer20010315ExclWithComments();
            case XmlNames.CANONICAL_11 -> new Canonicalizer11_OmitComments();
            case XmlNames.CANONICAL_11 + "#WithComments" -> new Canonicalizer11_WithComments();
            default -> throw new IllegalArgumentException("canonical form: " + algorithm + " (expected: a known one)");
        };
    }
}
