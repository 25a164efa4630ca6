package vn.lienthong.gateway.signature.secondopinion;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.asic.SignAsic;
import vn.lienthong.gateway.signature.cms.SignCms;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.pdf.SignPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;
import vn.lienthong.gateway.signature.xml.SignXml;

/** A small signed file of each form, and each with its content changed: what an engine is tried on. */
final class TrialFiles {
    private static final String NAME = "Cổng Liên Thông";
    /** A word that is signed as it stands here, in a form that nobody compresses. */
    private static final String WORD = "trial-content";

    private static final String CHANGED = "trial-CONTENT";

    private final SigningKey key;
    private final Instant now;

    TrialFiles(SigningKey key, Instant now) {
        this.key = key;
        this.now = now;
    }

    /** A file as it was signed, and after its content was changed. */
    record Pair(SignedFile good, SignedFile altered) {
        static Pair of(String name, byte[] good, byte[] altered) {
            return new Pair(SignedFile.of(name, good), SignedFile.of(name, altered));
        }
    }

    List<Pair> all() throws SigningException, IOException {
        return List.of(pdf(), cms(), xml(), container());
    }

    private Pair pdf() throws SigningException {
        byte[] letter = new MakeOfficialLetter().make(OfficialLetter.of(NAME, "1/TH", "Thử bộ kiểm tra", now));
        byte[] signed = new SignPdf().sign(letter, key, SignatureDetails.of(NAME, "Thử", now));
        // Another byte in the page's box, which readers take as it is.
        byte[] changed = signed.clone();
        int at = new String(signed, StandardCharsets.ISO_8859_1).indexOf("/MediaBox");
        changed[at + "/MediaBox [".length()] ^= 1;
        return Pair.of("letter.pdf", signed, changed);
    }

    private Pair cms() throws SigningException, IOException {
        byte[] signed = new SignCms(key).attached(SignedFile.of("letter.txt", bytes(WORD)), now);
        return Pair.of("letter.p7m", signed, changed(signed));
    }

    private Pair xml() throws SigningException {
        SignXml signing = new SignXml(key);
        byte[] signed = signing.sign(signing.enveloped(bytes("<letter>" + WORD + "</letter>"), now));
        return Pair.of("letter.xml", signed, changed(signed));
    }

    private Pair container() throws SigningException, IOException {
        byte[] signed = new SignAsic(key).sign(List.of(SignedFile.of("letter.txt", bytes(WORD))), now);
        return Pair.of("letter.asice", signed, repacked(signed));
    }

    /** Entry by entry: a checksum that no longer fits would hide from the engine what it is tried on. */
    private static byte[] repacked(byte[] container) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(container));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(changed(from.readAllBytes()));
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] changed(byte[] signed) {
        return new String(signed, StandardCharsets.ISO_8859_1)
                .replace(WORD, CHANGED)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
