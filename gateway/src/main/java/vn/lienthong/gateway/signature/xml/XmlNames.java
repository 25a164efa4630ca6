package vn.lienthong.gateway.signature.xml;

import java.util.Map;
import java.util.Set;

/** Names of XML-DSig (W3C Recommendation, second edition; RFC 6931) and which of its algorithms are let through. */
final class XmlNames {
    static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    static final String ENVELOPED = DSIG + "enveloped-signature";
    static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    static final String INCLUSIVE = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    static final String ECDSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    /** Namespaces that may occur inside a Signature; anything else there would be signed by nobody. */
    static final Set<String> INSIDE =
            Set.of(DSIG, "http://uri.etsi.org/01903/v1.3.2#", "http://uri.etsi.org/01903/v1.4.1#", EXCLUSIVE);

    static final Set<String> CANONICAL = Set.of(
            INCLUSIVE,
            INCLUSIVE + "#WithComments",
            EXCLUSIVE,
            EXCLUSIVE + "WithComments",
            "http://www.w3.org/2006/12/xml-c14n11",
            "http://www.w3.org/2006/12/xml-c14n11#WithComments");

    static final String BASE64 = DSIG + "base64";

    static final Map<String, String> DIGESTS = Map.of(
            SHA256,
            "SHA-256",
            "http://www.w3.org/2001/04/xmldsig-more#sha384",
            "SHA-384",
            "http://www.w3.org/2001/04/xmlenc#sha512",
            "SHA-512");

    static final Map<String, String> SIGNATURES = Map.of(
            RSA_SHA256,
            "RSA",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
            "RSA",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
            "RSA",
            "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
            "RSASSA-PSS",
            ECDSA_SHA256,
            "ECDSA",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
            "ECDSA",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512",
            "ECDSA");

    /** Known and weak: named, never verified. */
    static final Set<String> WEAK = Set.of(
            DSIG + "sha1",
            DSIG + "rsa-sha1",
            DSIG + "dsa-sha1",
            "http://www.w3.org/2001/04/xmldsig-more#md5",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-md5",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1");

    private XmlNames() {}
}
