package vn.lienthong.gateway.signature.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * What a streaming pass sees of an XML file's signatures, before a document is built.
 *
 * @param outside signature elements outside the namespace of XML-DSig
 * @param signatures those in it
 * @param certificates texts of X509Certificate inside the latter
 * @param algorithms every Algorithm attribute inside them
 * @param problem why a document must not be built, such as a DOCTYPE; empty when it may
 * @param beyondLimits whether the problem is one of size, not of form
 */
record Glance(
        int outside,
        int signatures,
        List<String> certificates,
        List<String> algorithms,
        String problem,
        boolean beyondLimits) {
    private static final XMLInputFactory FACTORY = factory();

    /** Longest text of a certificate that is kept. */
    private static final int CERTIFICATE_CHARACTERS = 64 * 1024;

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Text that is read late throws unchecked where it is malformed.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        return factory;
    }

    static Glance at(EnvelopeBytes bytes, XmlLimits limits) throws IOException {
        Pass pass = new Pass(limits);
        try (InputStream in = bytes.open()) {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(in);
            while (reader.hasNext() && pass.problem.isEmpty()) {
                pass.event(reader.next(), reader);
            }
        } catch (XMLStreamException malformed) {
            pass.problem = "XML: not well-formed (expected: XML)";
        }
        return new Glance(
                pass.outside, pass.signatures, pass.certificates, pass.algorithms, pass.problem, pass.beyondLimits);
    }

    /** The state of one pass. */
    private static final class Pass {
        private final XmlLimits limits;
        private final List<String> certificates = new ArrayList<>();
        private final List<String> algorithms = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int depth;
        private int elements;
        private int signatureDepth;
        private boolean inCertificate;
        private int outside;
        private int signatures;
        private String problem = "";
        private boolean beyondLimits;

        Pass(XmlLimits limits) {
            this.limits = limits;
        }

        void event(int event, XMLStreamReader reader) {
            switch (event) {
                case XMLStreamConstants.DTD -> problem = "XML: DOCTYPE (expected: none)";
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (inCertificate && text.length() < CERTIFICATE_CHARACTERS) {
                        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                    }
                }
                default -> {}
            }
        }

        private void start(XMLStreamReader reader) {
            depth++;
            elements++;
            if (depth > limits.maximumDepth() || elements > limits.maximumElements()) {
                beyondLimits = true;
                problem = "XML: more than " + limits.maximumElements() + " elements or " + limits.maximumDepth()
                        + " levels (expected: within a fixed limit)";
                return;
            }
            boolean dsig = XmlNames.DSIG.equals(reader.getNamespaceURI());
            String name = reader.getLocalName();
            if (name.equals("Signature") || name.equals("DigitalSignature")) {
                if (dsig && signatureDepth == 0) {
                    signatureDepth = depth;
                }
                signatures += dsig ? 1 : 0;
                outside += dsig ? 0 : 1;
            } else if (signatureDepth > 0) {
                inCertificate = name.equals("X509Certificate");
                text.setLength(0);
                String algorithm = reader.getAttributeValue(null, "Algorithm");
                if (algorithm != null && algorithms.size() < 1000) {
                    algorithms.add(algorithm);
                }
            }
        }

        private void end() {
            if (inCertificate) {
                certificates.add(text.toString());
                inCertificate = false;
            }
            if (depth == signatureDepth) {
                signatureDepth = 0;
            }
            depth--;
        }
    }
}
