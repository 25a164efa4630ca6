package vn.lienthong.routes.door.soap;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.routes.platform.HardenedXml;

/** Looks an envelope over before the engine, and before a byte of what is attached: one pass, in bounded memory and depth. */
final class ScreenEnvelope {

    private static final QName INCLUDE = new QName("http://www.w3.org/2004/08/xop/include", "Include");
    private static final String CID = "cid:";
    private static final String WHERE = "envelope";

    /** Depth of what an operation consists of. */
    private static final int MEMBER = 4;

    /** Longer than any word of the WSDL's lists. */
    private static final int LONGEST_WORD = 80;

    private int depth;
    private boolean inBody;
    private int bodies;
    private int operations;
    private @Nullable SoapVersion version;
    private @Nullable Operation operation;
    private Optional<String> include = Optional.empty();

    /** The member with a list of words that is being read, and its text so far. */
    private @Nullable WireWords words;

    private final StringBuilder text = new StringBuilder();

    private ScreenEnvelope() {}

    /**
     * Reads the envelope to its end.
     *
     * @throws SoapRefusal for what is wrong with it
     */
    static Envelope screen(byte[] bytes) {
        ScreenEnvelope screen = new ScreenEnvelope();
        try {
            XMLStreamReader reader = HardenedXml.reader(bytes);
            while (reader.hasNext()) {
                screen.event(reader.next(), reader);
            }
        } catch (XMLStreamException e) {
            throw malformed(
                    place(e), "không phải XML được phép (expected: XML 1.0 UTF-8, không DOCTYPE, không lồng quá sâu)");
        }
        return screen.envelope(bytes);
    }

    private Envelope envelope(byte[] bytes) {
        if (version == null || operation == null || operations != 1 || bodies != 1) {
            throw malformed(WHERE, operations + " thao tác (expected: đúng một phần tử trong soap:Body)");
        }
        return new Envelope(bytes, version, operation, include);
    }

    private void event(int event, XMLStreamReader reader) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                depth++;
                start(reader.getName(), reader);
            }
            case XMLStreamConstants.END_ELEMENT -> {
                if (depth == MEMBER && words != null) {
                    words.check(text.toString());
                    words = null;
                }
                depth--;
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (words != null && text.length() <= LONGEST_WORD) {
                    text.append(reader.getText());
                }
            }
            default -> {
                // Text and comments say nothing about the call.
            }
        }
    }

    private void start(QName name, XMLStreamReader reader) {
        switch (depth) {
            case 1 -> root(name);
            case 2 -> part(name);
            case 3 -> child(name);
            default -> {
                if (inBody && depth == MEMBER) {
                    member(name);
                }
                if (inBody && name.equals(INCLUDE)) {
                    include(String.valueOf(reader.getAttributeValue(null, "href")));
                }
            }
        }
    }

    private void root(QName name) {
        Optional<SoapVersion> known = SoapVersion.ofNamespace(name.getNamespaceURI());
        if (known.isEmpty() || !name.getLocalPart().equals("Envelope")) {
            throw malformed(WHERE, name + " (expected: soap:Envelope của SOAP 1.1 hoặc 1.2)");
        }
        version = known.get();
    }

    private void part(QName name) {
        boolean soap = version != null && name.getNamespaceURI().equals(version.namespace());
        inBody = soap && name.getLocalPart().equals("Body");
        bodies += inBody ? 1 : 0;
        if (!soap || !(inBody || (name.getLocalPart().equals("Header") && bodies == 0))) {
            throw malformed(WHERE, name + " (expected: soap:Header rồi soap:Body)");
        }
    }

    private void child(QName name) {
        if (inBody) {
            operations++;
            operation = Operation.of(name)
                    .orElseThrow(() -> malformed(
                            "soap:Body", name + " (expected: {" + Operation.NAMESPACE + "} " + Operation.all() + ")"));
        }
    }

    /** A part of the operation: without the namespace the engine would pass it over, and miss it without a word. */
    private void member(QName name) {
        if (!name.getNamespaceURI().equals(Operation.NAMESPACE)) {
            throw malformed(
                    "soap:Body/" + name.getLocalPart(),
                    name + " (expected: {" + Operation.NAMESPACE + "}" + name.getLocalPart() + ")");
        }
        words = WireWords.of(name.getLocalPart()).orElse(null);
        text.setLength(0);
    }

    private void include(String href) {
        if (include.isPresent() || !href.startsWith(CID)) {
            throw malformed("xop:Include/@href", href + " (expected: cid: của phần đính kèm, một lần)");
        }
        include = Optional.of(decoded(href.substring(CID.length())));
    }

    private static String decoded(String id) {
        try {
            return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return id;
        }
    }

    private static String place(XMLStreamException e) {
        return e.getLocation() == null
                ? WHERE
                : WHERE + " " + e.getLocation().getLineNumber() + ":"
                        + e.getLocation().getColumnNumber();
    }

    private static SoapRefusal malformed(String where, String text) {
        return SoapRefusal.of(ErrorCode.PARAMETER_MALFORMED, where, where + ": " + text);
    }
}
