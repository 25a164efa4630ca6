package vn.lienthong.gateway.signature.xml;

import java.util.Map;
import java.util.Set;

/**
 * Names of XML-DSig (W3C Recommendation, second edition; RFC 6931, RFC 9231) and of XAdES (EN 319 132-1), and which
 * algorithms are let through.
 */
final class XmlNames {
    static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    static final String DSIG_11 = "http://www.w3.org/2009/xmldsig11#";
    static final String MORE_2001 = "http://www.w3.org/2001/04/xmldsig-more#";
    static final String MORE_2007 = "http://www.w3.org/2007/05/xmldsig-more#";
    static final String MORE_2021 = "http://www.w3.org/2021/04/xmldsig-more#";
    static final String ENVELOPED = DSIG + "enveloped-signature";
    static final String BASE64 = DSIG + "base64";
    static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    static final String INCLUSIVE = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    static final String CANONICAL_11 = "http://www.w3.org/2006/12/xml-c14n11";
    static final String RSA_SHA256 = MORE_2001 + "rsa-sha256";
    static final String ECDSA_SHA256 = MORE_2001 + "ecdsa-sha256";
    static final String PSS_SHA256 = MORE_2007 + "sha256-rsa-MGF1";
    static final String PSS = MORE_2007 + "rsa-pss";
    static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
    static final String XADES_141 = "http://uri.etsi.org/01903/v1.4.1#";
    static final String SIGNED_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties";

    /** Namespaces that may occur inside a Signature outside of what it signs; anything else there would be signed by nobody. */
    static final Set<String> INSIDE = Set.of(DSIG, DSIG_11, XADES, XADES_141, EXCLUSIVE, MORE_2007);

    static final Set<String> CANONICAL = Set.of(
            INCLUSIVE,
            INCLUSIVE + "#WithComments",
            EXCLUSIVE,
            EXCLUSIVE + "WithComments",
            CANONICAL_11,
            CANONICAL_11 + "#WithComments");

    /** Digests by name, and what the JDK calls them. SHA-1 is let through to be named weak. */
    static final Map<String, String> DIGESTS = Map.of(
            SHA256,
            "SHA-256",
            MORE_2001 + "sha384",
            "SHA-384",
            "http://www.w3.org/2001/04/xmlenc#sha512",
            "SHA-512",
            MORE_2007 + "sha3-256",
            "SHA3-256",
            MORE_2007 + "sha3-384",
            "SHA3-384",
            MORE_2007 + "sha3-512",
            "SHA3-512",
            DSIG + "sha1",
            "SHA-1");

    private static final String RSA = "RSA";
    private static final String RSASSA_PSS = "RSASSA-PSS";
    private static final String ECDSA = "ECDSA";

    /** Signature methods. No name exists for RSA PKCS#1 v1.5 with SHA-3 (RFC 9231 §2.3). HMAC is never among them. */
    static final Map<String, XmlScheme> SIGNATURES = Map.ofEntries(
            Map.entry(RSA_SHA256, new XmlScheme("SHA-256", RSA)),
            Map.entry(MORE_2001 + "rsa-sha384", new XmlScheme("SHA-384", RSA)),
            Map.entry(MORE_2001 + "rsa-sha512", new XmlScheme("SHA-512", RSA)),
            Map.entry(PSS_SHA256, new XmlScheme("SHA-256", RSASSA_PSS)),
            Map.entry(MORE_2007 + "sha384-rsa-MGF1", new XmlScheme("SHA-384", RSASSA_PSS)),
            Map.entry(MORE_2007 + "sha512-rsa-MGF1", new XmlScheme("SHA-512", RSASSA_PSS)),
            Map.entry(MORE_2007 + "sha3-256-rsa-MGF1", new XmlScheme("SHA3-256", RSASSA_PSS)),
            Map.entry(MORE_2007 + "sha3-384-rsa-MGF1", new XmlScheme("SHA3-384", RSASSA_PSS)),
            Map.entry(MORE_2007 + "sha3-512-rsa-MGF1", new XmlScheme("SHA3-512", RSASSA_PSS)),
            Map.entry(ECDSA_SHA256, new XmlScheme("SHA-256", ECDSA)),
            Map.entry(MORE_2001 + "ecdsa-sha384", new XmlScheme("SHA-384", ECDSA)),
            Map.entry(MORE_2001 + "ecdsa-sha512", new XmlScheme("SHA-512", ECDSA)),
            Map.entry(MORE_2021 + "ecdsa-sha3-256", new XmlScheme("SHA3-256", ECDSA)),
            Map.entry(MORE_2021 + "ecdsa-sha3-384", new XmlScheme("SHA3-384", ECDSA)),
            Map.entry(MORE_2021 + "ecdsa-sha3-512", new XmlScheme("SHA3-512", ECDSA)),
            Map.entry(DSIG + "rsa-sha1", new XmlScheme("SHA-1", RSA)),
            Map.entry(MORE_2001 + "ecdsa-sha1", new XmlScheme("SHA-1", ECDSA)));

    /** Known and weak: named, and no verdict may rest on them. */
    static final Set<String> WEAK = Set.of(
            DSIG + "sha1",
            DSIG + "rsa-sha1",
            DSIG + "dsa-sha1",
            MORE_2001 + "md5",
            MORE_2001 + "rsa-md5",
            MORE_2001 + "ecdsa-sha1");

    private XmlNames() {}
}
