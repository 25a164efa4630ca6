package vn.lienthong.gateway.signature.making;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.lienthong.gateway.signature.file.FileKind;

/** In which form a file is signed, how callers name it, and how the result is called. */
public enum SignatureForm {
    /** In the PDF itself (EN 319 142-1). */
    PADES("pades", "", "application/pdf"),
    /** CMS with the file inside (EN 319 122-1). */
    CADES("cades", ".p7m", "application/pkcs7-mime"),
    /** CMS beside the file (EN 319 122-1). */
    CADES_DETACHED("cades-detached", ".p7s", "application/pkcs7-signature"),
    /** In the XML itself, as the last child of its root (EN 319 132-1, enveloped). */
    XADES("xades", "", "application/xml"),
    /** A container of the files and a CAdES signature over them (EN 319 162-1). */
    ASIC_E("asic-e", ".asice", "application/vnd.etsi.asic-e+zip");

    private final String wire;
    private final String suffix;
    private final String mediaType;

    SignatureForm(String wire, String suffix, String mediaType) {
        this.wire = wire;
        this.suffix = suffix;
        this.mediaType = mediaType;
    }

    /** Its name at the doors. */
    public String wire() {
        return wire;
    }

    /** What the result is (RFC 8551 §3.2.1, EN 319 162-1 Annex A.1). */
    public String mediaType() {
        return mediaType;
    }

    /** The form of a name; empty where there is none. */
    public static Optional<SignatureForm> named(String wire) {
        return Arrays.stream(values()).filter(form -> form.wire.equals(wire)).findFirst();
    }

    /** All names, for who has to be told. */
    public static String names() {
        return Arrays.stream(values()).map(SignatureForm::wire).collect(Collectors.joining(", "));
    }

    /**
     * What a file of a kind is signed in where nobody says.
     *
     * @param detached whether the file is to stay as it is, the signature beside it
     */
    public static SignatureForm usualFor(FileKind kind, boolean detached) {
        if (detached) {
            return CADES_DETACHED;
        }
        return switch (kind) {
            case PDF -> PADES;
            case XML -> XADES;
            // A packet is signed in its header, where the gateway does it; a root with a further child is no packet any
            // more.
            case PACKET, CMS, ARCHIVE, OTHER -> CADES;
        };
    }

    /** Whether a file of a kind can be signed in it. */
    public boolean takes(FileKind kind) {
        return switch (this) {
            case PADES -> kind == FileKind.PDF;
            case XADES -> kind == FileKind.XML;
            case CADES, CADES_DETACHED, ASIC_E -> true;
        };
    }

    /** What the result is called. */
    public String resultName(String name) {
        return name + suffix;
    }
}
