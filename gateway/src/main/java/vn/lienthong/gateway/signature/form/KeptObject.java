package vn.lienthong.gateway.signature.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * An object of a PDF file with all that hangs on it, kept outside of any document: what is dear to make (a font's letters, a
 * picture) is made once and laid into many. Streams stay packed as they are. Safe for many threads; each document gets
 * objects of its own.
 */
sealed interface KeptObject {

    /** A tree of objects that is no document's any more; it must not lead back into itself. */
    static KeptObject of(COSBase object) throws IOException {
        return switch (object) {
            case COSStream stream -> packed(stream);
            case COSDictionary dictionary -> entries(dictionary);
            case COSArray array -> items(array);
            case COSString text -> new Text(text.getBytes(), text.getForceHexForm());
            default -> new Plain(object);
        };
    }

    /** The same as new objects for a document. */
    COSBase into(PDDocument document) throws IOException;

    private static Packed packed(COSStream stream) throws IOException {
        try (InputStream raw = stream.createRawInputStream()) {
            return new Packed(entries(stream), raw.readAllBytes());
        }
    }

    private static Entries entries(COSDictionary dictionary) throws IOException {
        Map<COSName, KeptObject> entries = new LinkedHashMap<>();
        for (COSName name : dictionary.keySet()) {
            entries.put(name, of(dictionary.getDictionaryObject(name)));
        }
        return new Entries(entries, dictionary.isDirect());
    }

    private static Items items(COSArray array) throws IOException {
        List<KeptObject> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            items.add(of(array.getObject(i)));
        }
        return new Items(items, array.isDirect());
    }

    /** A name, a number, a truth: nobody changes it. */
    record Plain(COSBase value) implements KeptObject {
        @Override
        public COSBase into(PDDocument document) {
            return value;
        }
    }

    /** A string. */
    record Text(byte[] bytes, boolean hexadecimal) implements KeptObject {
        @Override
        public COSBase into(PDDocument document) {
            return new COSString(bytes, hexadecimal);
        }
    }

    /** An array. */
    record Items(List<KeptObject> items, boolean direct) implements KeptObject {
        @Override
        public COSBase into(PDDocument document) throws IOException {
            COSArray array = new COSArray();
            for (KeptObject item : items) {
                array.add(item.into(document));
            }
            array.setDirect(direct);
            return array;
        }
    }

    /** A dictionary. */
    record Entries(Map<COSName, KeptObject> entries, boolean direct) implements KeptObject {
        @Override
        public COSDictionary into(PDDocument document) throws IOException {
            return fill(new COSDictionary(), document);
        }

        private COSDictionary fill(COSDictionary dictionary, PDDocument document) throws IOException {
            for (Map.Entry<COSName, KeptObject> entry : entries.entrySet()) {
                dictionary.setItem(entry.getKey(), entry.getValue().into(document));
            }
            dictionary.setDirect(direct);
            return dictionary;
        }
    }

    /** A stream. */
    record Packed(Entries dictionary, byte[] raw) implements KeptObject {
        @Override
        public COSStream into(PDDocument document) throws IOException {
            COSStream stream = document.getDocument().createCOSStream();
            dictionary.fill(stream, document);
            try (OutputStream out = stream.createRawOutputStream()) {
                out.write(raw);
            }
            return stream;
        }
    }
}
