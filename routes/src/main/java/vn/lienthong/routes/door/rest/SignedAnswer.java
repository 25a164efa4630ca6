package vn.lienthong.routes.door.rest;

import jakarta.servlet.http.HttpServletResponse;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.making.SignatureForm;
import vn.lienthong.routes.door.BodyDigest;

/** How the bytes of something signed here are announced. */
final class SignedAnswer {

    private SignedAnswer() {}

    static void head(HttpServletResponse response, SignatureForm form, Sha256 digest) {
        response.setContentType(form.mediaType());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Digest", BodyDigest.header(digest));
        response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName(form) + "\"");
    }

    private static String fileName(SignatureForm form) {
        return switch (form) {
            case PADES -> "signed.pdf";
            case CADES -> "signed.p7m";
            case CADES_DETACHED -> "signature.p7s";
            case XADES -> "signed.xml";
            case ASIC_E -> "signed.asice";
        };
    }
}
