package vn.lienthong.gateway.packet;

import java.io.IOException;
import java.util.List;
import vn.lienthong.gateway.digest.Sha256;

/** Signs the envelopes of packets that are written here: over all of a packet but the stations of its trace. */
@FunctionalInterface
public interface EnvelopeSigning {

    /** What the MessageHeader of a packet signed so is identified by. */
    String HEADER = "lienthong-header";

    /** What is to be done, where the packet says it. */
    String BUSINESS = "lienthong-business";

    /** The manifest, where there is one. */
    String MANIFEST = "lienthong-manifest";

    /**
     * An attachment that is to be signed.
     *
     * @param contentId as the packet writes it
     * @param digest of the file, decoded
     * @param mimeType as the packet writes it
     */
    record Part(String contentId, Sha256 digest, String mimeType) {}

    /**
     * The text of a Signature element with its namespaces, as it is put behind the trace.
     *
     * @param skeleton the packet without its attachments
     * @param identifiers of the elements in it that are to be signed
     * @throws EnvelopeNotSigned where the key is out of reach
     * @throws IOException when it cannot be signed
     */
    String sign(byte[] skeleton, List<String> identifiers, List<Part> parts) throws IOException;
}
