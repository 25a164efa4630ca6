package vn.lienthong.gateway.signature.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.path.CarriedEvidence;

/**
 * Lays validation data into a PDF file's document security store (EN 319 142-1 §5.4.2, level B-LT): by incremental update, so
 * that no signature is touched. What is there already is kept, and not laid in twice.
 */
public final class AddEvidence {
    private static final COSName STORE = COSName.getPDFName("DSS");

    /**
     * The file with the data in it; the same bytes where all of it is there already.
     *
     * @throws SigningException when the file is no PDF that can be added to
     */
    public byte[] to(byte[] pdf, CarriedEvidence evidence) throws SigningException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            COSDictionary store = catalog.getCOSDictionary(STORE);
            COSDictionary kept = store == null ? new COSDictionary() : store;
            boolean more = add(document, kept, "Certs", evidence.certificates());
            more |= add(document, kept, "CRLs", evidence.lists());
            more |= add(document, kept, "OCSPs", evidence.answers());
            if (!more) {
                return pdf.clone();
            }
            if (store == null) {
                catalog.setItem(STORE, kept);
            }
            kept.setNeedToBeUpdated(true);
            catalog.setNeedToBeUpdated(true);
            document.setDocumentId((long) Sha256.of(pdf).hashCode());
            ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length * 2);
            document.saveIncremental(out);
            return out.toByteArray();
        } catch (IOException | RuntimeException unreadable) {
            // The tolerant reader throws whatever it stumbles over: nothing is added, and nothing stops.
            throw new SigningException("PDF: cannot be added to (expected: a sound file, not encrypted)", unreadable);
        }
    }

    private static boolean add(PDDocument document, COSDictionary store, String key, List<byte[]> values)
            throws IOException {
        COSName name = COSName.getPDFName(key);
        COSArray array = store.getCOSArray(name);
        COSArray all = array == null ? new COSArray() : array;
        Set<Sha256> there = there(all);
        boolean more = false;
        for (byte[] value : values) {
            if (there.add(Sha256.of(value))) {
                COSStream stream = document.getDocument().createCOSStream();
                try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                    out.write(value);
                }
                all.add(stream);
                more = true;
            }
        }
        if (more) {
            all.setNeedToBeUpdated(true);
            store.setItem(name, all);
        }
        return more;
    }

    private static Set<Sha256> there(COSArray array) throws IOException {
        Set<Sha256> there = new HashSet<>();
        for (int at = 0; at < array.size(); at++) {
            COSBase one = array.getObject(at);
            if (one instanceof COSStream stream) {
                try (var in = stream.createInputStream()) {
                    there.add(Sha256.of(in.readAllBytes()));
                }
            }
        }
        return there;
    }
}
