package vn.lienthong.gateway.signature.asic;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a manifest strictly: no DOCTYPE, nothing that it could mean to another reader, each file once. */
final class ReadManifest {
    static final String ASIC = "http://uri.etsi.org/02918/v1.2.1#";
    static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final int DEPTH_AT_MOST = 8;
    private static final XMLInputFactory FACTORY = factory();

    private final String name;
    private final int referencesAtMost;
    private final List<Manifest.Reference> references = new ArrayList<>();
    private final Set<String> listed = new HashSet<>();
    private @Nullable String signature;
    private @Nullable String file;
    private @Nullable String algorithm;
    private byte @Nullable [] digest;

    private ReadManifest(String name, int referencesAtMost) {
        this.name = name;
        this.referencesAtMost = referencesAtMost;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    static Manifest in(String name, byte[] xml, AsicLimits limits) throws ZipFault {
        return new ReadManifest(name, limits.maximumEntries()).read(xml);
    }

    private Manifest read(byte[] xml) throws ZipFault {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
            int depth = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> throw fault("DOCTYPE (expected: none)");
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth = start(reader, depth + 1);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        if (is(reader, ASIC, "DataObjectReference")) {
                            end();
                        }
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException malformed) {
            throw fault("not well-formed (expected: XML)");
        }
        if (signature == null || references.isEmpty()) {
            throw fault("no signature or no file (expected: EN 319 162-1 §A.4)");
        }
        return new Manifest(name, signature, references);
    }

    /** Takes what an element says; answers with the depth, which is less by one where its text was read to its end. */
    private int start(XMLStreamReader reader, int depth) throws ZipFault, XMLStreamException {
        if (depth > DEPTH_AT_MOST || (depth == 1 && !is(reader, ASIC, "ASiCManifest"))) {
            throw fault("element " + reader.getLocalName() + " (expected: ASiCManifest, at most " + DEPTH_AT_MOST
                    + " deep)");
        }
        if (depth == 2 && is(reader, ASIC, "SigReference")) {
            if (signature != null) {
                throw fault("two signatures (expected: one)");
            }
            signature = path(reader.getAttributeValue(null, "URI"));
        } else if (depth == 2 && is(reader, ASIC, "DataObjectReference")) {
            file = path(reader.getAttributeValue(null, "URI"));
            algorithm = null;
            digest = null;
        } else if (depth == 3 && file != null && is(reader, DSIG, "DigestMethod")) {
            once(algorithm);
            algorithm = reader.getAttributeValue(null, "Algorithm");
        } else if (depth == 3 && file != null && is(reader, DSIG, "DigestValue")) {
            once(digest);
            digest = value(reader.getElementText());
            return depth - 1;
        } else if ("true".equals(reader.getAttributeValue(null, "Critical"))) {
            throw fault("a critical extension (expected: none that we do not know)");
        }
        return depth;
    }

    private static boolean is(XMLStreamReader reader, String namespace, String name) {
        return namespace.equals(reader.getNamespaceURI()) && name.equals(reader.getLocalName());
    }

    private void once(@Nullable Object before) throws ZipFault {
        if (before != null) {
            throw fault("two digests of " + file + " (expected: one)");
        }
    }

    private void end() throws ZipFault {
        if (file == null || algorithm == null || digest == null || !listed.add(file)) {
            throw fault("file " + file + " without digest, or twice (expected: once, with its digest)");
        }
        if (references.size() >= referencesAtMost) {
            throw fault("more than " + referencesAtMost + " files (expected: fewer)");
        }
        references.add(new Manifest.Reference(file, algorithm, digest));
        file = null;
    }

    /** The entry that a reference names: a relative path, which must be one (RFC 3986 §4.2). */
    private String path(@Nullable String reference) throws ZipFault {
        try {
            URI uri = new URI(reference == null ? "" : reference);
            String path = uri.getPath();
            boolean relative = !uri.isAbsolute()
                    && uri.getRawAuthority() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            if (relative && path != null && !path.isEmpty()) {
                return ZipName.read(path.getBytes(StandardCharsets.UTF_8), true);
            }
        } catch (URISyntaxException malformed) {
            // Said below.
        }
        throw fault("reference " + reference + " (expected: the path of an entry)");
    }

    private byte[] value(String text) throws ZipFault {
        try {
            return Base64.getDecoder().decode(text.replaceAll("[\r\n\t ]", ""));
        } catch (IllegalArgumentException stray) {
            throw fault("digest: not Base64 (expected: RFC 4648 §4)");
        }
    }

    private ZipFault fault(String text) {
        return new ZipFault(name + ": " + text);
    }
}
