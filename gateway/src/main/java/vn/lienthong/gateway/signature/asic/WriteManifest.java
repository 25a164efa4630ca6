package vn.lienthong.gateway.signature.asic;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.cms.StreamedDigests;
import vn.lienthong.gateway.signature.key.SigningException;

/** Writes the list of what is signed (EN 319 162-1 §A.4). */
final class WriteManifest {
    private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    private WriteManifest() {}

    static byte[] over(List<SignedFile> files) throws SigningException, IOException {
        if (files.isEmpty()) {
            throw new SigningException("files: none (expected: at least one)", null);
        }
        StringBuilder xml = new StringBuilder(512)
                .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<asic:ASiCManifest xmlns:asic=\"")
                .append(ReadManifest.ASIC)
                .append("\" xmlns:ds=\"")
                .append(ReadManifest.DSIG)
                .append("\">\n  <asic:SigReference URI=\"")
                .append(WriteContainer.SIGNATURE)
                .append("\" MimeType=\"application/pkcs7-signature\"/>\n");
        Set<String> names = new HashSet<>();
        for (SignedFile file : files) {
            if (!names.add(ZipName.folded(checked(file.name())))) {
                throw new SigningException("file " + file.name() + ": twice (expected: each name once)", null);
            }
            xml.append("  <asic:DataObjectReference URI=\"")
                    .append(uri(file.name()))
                    .append(names.size() == 1 ? "\" Rootfile=\"true\">\n" : "\">\n")
                    .append("    <ds:DigestMethod Algorithm=\"")
                    .append(SHA256)
                    .append("\"/>\n    <ds:DigestValue>")
                    .append(digest(file))
                    .append("</ds:DigestValue>\n  </asic:DataObjectReference>\n");
        }
        return xml.append("</asic:ASiCManifest>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(SignedFile file) throws IOException {
        return Base64.getEncoder().encodeToString(new StreamedDigests(file, Set.of("SHA-256")).compute("SHA-256"));
    }

    private static String checked(String name) throws SigningException {
        try {
            String read = ZipName.read(name.getBytes(StandardCharsets.UTF_8), true);
            if (read.equals(name) && Role.of(name) == Role.DATA) {
                return name;
            }
        } catch (ZipFault unsafe) {
            throw new SigningException(unsafe.text(), unsafe);
        }
        throw new SigningException(
                "file " + name + ": not a name for a signed file (expected: outside META-INF)", null);
    }

    /** Only characters of a URI: nothing of a name can end the attribute. */
    private static String uri(String name) throws SigningException {
        try {
            String ascii = new URI(null, null, "/" + name, null).toASCIIString().substring(1);
            return ascii.replace("&", "&amp;").replace("'", "&apos;");
        } catch (URISyntaxException unusable) {
            throw new SigningException("file " + name + ": no name for a reference (expected: a file name)", unusable);
        }
    }
}
