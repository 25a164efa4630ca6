package vn.lienthong.gateway.signature.pdf;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.signature.path.CarriedEvidence;
import vn.lienthong.gateway.signature.pdf.PdfValue.Dictionary;
import vn.lienthong.gateway.signature.pdf.PdfValue.Stream;

/**
 * The validation data in a file's document security store (EN 319 142-1 §5.4.2). What {@code /VRI} sorts by signature lies in
 * the store's own arrays too, and is not read twice. Nothing here is needed: what cannot be read is left out, and asked of
 * others.
 */
final class ReadEvidence {
    private final PdfView view;
    private final Dictionary store;

    private ReadEvidence(PdfView view, Dictionary store) {
        this.view = view;
        this.store = store;
    }

    static CarriedEvidence in(PdfView view) {
        try {
            Dictionary catalog = view.catalog();
            if (!catalog.has("DSS")) {
                return CarriedEvidence.NONE;
            }
            ReadEvidence read = new ReadEvidence(view, view.dictionary(catalog, "DSS"));
            return new CarriedEvidence(read.values("Certs"), read.values("CRLs"), read.values("OCSPs"));
        } catch (PdfFault unreadable) {
            return CarriedEvidence.NONE;
        }
    }

    private List<byte[]> values(String key) throws PdfFault {
        List<byte[]> values = new ArrayList<>();
        for (PdfValue item : view.array(store, key)) {
            if (view.resolve(item) instanceof Stream stream) {
                values.add(PdfStreams.unpack(stream, view.file().budget()));
            }
        }
        return values;
    }
}
