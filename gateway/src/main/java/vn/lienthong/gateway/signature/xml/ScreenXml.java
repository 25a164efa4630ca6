package vn.lienthong.gateway.signature.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.lienthong.gateway.signature.SignedFile;

/**
 * The screen of a whole XML file, for an engine that does what the file says wherever it says so: no DOCTYPE, every signature as
 * {@link VerifyXml} would look at it, and nowhere in the file a transform that is run, a reference that leads away or a key that
 * is fetched. Signatures that are not judged, manifests and counter-signatures are looked at like all others.
 */
public final class ScreenXml {
    /** Lead to what another reader may fetch: XML-DSig §4.5.3, XML-DSig 1.1 §4.5.10. */
    private static final Set<String> FETCHED = Set.of("RetrievalMethod", "KeyInfoReference");

    private static final Set<String> LEADING = Set.of("Reference", "Include");

    private final XmlLimits limits;

    private ScreenXml(XmlLimits limits) {
        this.limits = limits;
    }

    /**
     * Why the file must not be shown to such an engine; empty when it may.
     *
     * @throws IOException when it cannot be read
     */
    public static Optional<String> fault(SignedFile file, XmlLimits limits) throws IOException {
        try {
            new ScreenXml(limits).screen(file);
            return Optional.empty();
        } catch (XmlFault fault) {
            return Optional.of(fault.text());
        }
    }

    private void screen(SignedFile file) throws XmlFault, IOException {
        if (file.length() > limits.maximumBytes()) {
            throw new XmlFault("XML: " + file.length() + " bytes (expected: at most " + limits.maximumBytes() + ")");
        }
        byte[] bytes = file.all();
        Glance glance = Glance.at(EnvelopeBytes.of(bytes), limits);
        if (!glance.problem().isEmpty()) {
            throw new XmlFault(glance.problem());
        }
        XmlDocument document = XmlDocument.parse(new ByteArrayInputStream(bytes));
        int signatures = document.signatures().size();
        if (signatures > limits.maximumSignatures()) {
            throw new XmlFault("signatures: " + signatures + " (expected: at most " + limits.maximumSignatures() + ")");
        }
        for (Element signature : document.signatures()) {
            ScreenSignature.of(signature, limits);
        }
        everywhere(document.document().getElementsByTagNameNS("*", "*"));
    }

    private static void everywhere(NodeList elements) throws XmlFault {
        for (int at = 0; at < elements.getLength(); at++) {
            Element element = (Element) elements.item(at);
            if (XmlNames.INSIDE.contains(String.valueOf(element.getNamespaceURI()))) {
                screen(element, element.getLocalName());
            }
        }
    }

    private static void screen(Element element, String name) throws XmlFault {
        if (name.equals("Transform")) {
            XmlTransform.of(element);
        } else if (name.equals("CanonicalizationMethod")) {
            Canonical.of(element);
        } else if (FETCHED.contains(name)) {
            throw new XmlFault(name + " (expected: nothing that is fetched)");
        } else if (LEADING.contains(name)
                && element.hasAttribute("URI")
                && !ScreenSignature.near(element.getAttribute("URI"))) {
            throw new XmlFault(
                    name + ": " + element.getAttribute("URI") + " (expected: the same document, or a file beside it)");
        }
    }
}
