package vn.lienthong.certsdev;

import java.net.URI;

/** Where the development services answer, as certificates name them, below one base address. */
record ServiceAddresses(URI base) {
    static final String CRL = "/crl/";
    static final String CERTIFICATE = "/crt/";
    static final String OCSP = "/ocsp";
    static final String TIMESTAMP = "/tsa";
    /** Below this everything answers 500. */
    static final String DOWN = "/down/";

    URI timestamp() {
        return below(TIMESTAMP);
    }

    Pointers of(String authority) {
        return new Pointers(below(CRL + authority + ".crl"), below(OCSP), issuer(authority));
    }

    Pointers down(String authority) {
        return new Pointers(below(DOWN + authority + ".crl"), below(DOWN + "ocsp"), issuer(authority));
    }

    /** The path part of the base, without a slash at its end. */
    String prefix() {
        return withoutSlash(base.getPath());
    }

    private URI issuer(String authority) {
        return below(CERTIFICATE + authority + ".crt");
    }

    private URI below(String path) {
        return URI.create(withoutSlash(base.toString()) + path);
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** The addresses one certificate carries: its issuer's CRL, the OCSP responder, its issuer's certificate. */
    record Pointers(URI crl, URI ocsp, URI issuerCertificate) {}
}
