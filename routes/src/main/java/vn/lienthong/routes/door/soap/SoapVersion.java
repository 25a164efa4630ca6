package vn.lienthong.routes.door.soap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The versions of SOAP that the door speaks; an answer is in that of its call. */
enum SoapVersion {
    SOAP_11("http://schemas.xmlsoap.org/soap/envelope/", "text/xml"),
    SOAP_12("http://www.w3.org/2003/05/soap-envelope", "application/soap+xml");

    private final String namespace;
    private final String mediaType;

    SoapVersion(String namespace, String mediaType) {
        this.namespace = namespace;
        this.mediaType = mediaType;
    }

    String namespace() {
        return namespace;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<SoapVersion> ofNamespace(String namespace) {
        return Arrays.stream(values())
                .filter(version -> version.namespace.equals(namespace))
                .findFirst();
    }

    /** What a caller speaks whose envelope was not read: as its Content-Type says, also inside a multipart's. */
    static SoapVersion ofContentType(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).contains(SOAP_12.mediaType) ? SOAP_12 : SOAP_11;
    }
}
