package vn.lienthong.gateway.signature.form;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/** Tells beforehand whether the text of a page can be read without bursting: its content and fonts, counted as they unfold. */
final class ModestPage {
    private static final int MOST_BYTES = 24 << 20;
    private static final int MOST_OBJECTS = 5_000;
    private static final int BUFFER_BYTES = 16 * 1024;

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> open = new ArrayDeque<>();
    private long bytes;

    private ModestPage() {}

    static boolean is(PDPage page) {
        ModestPage count = new ModestPage();
        count.add(page.getCOSObject().getDictionaryObject(COSName.CONTENTS));
        PDResources resources = page.getResources();
        if (resources != null) {
            count.add(resources.getCOSObject().getDictionaryObject(COSName.FONT));
        }
        try {
            return count.run();
        } catch (IOException damaged) {
            return false;
        }
    }

    private void add(COSBase value) {
        COSBase known = value instanceof COSObject reference ? reference.getObject() : value;
        if (known != null && seen.add(known)) {
            open.push(known);
        }
    }

    private boolean run() throws IOException {
        while (!open.isEmpty()) {
            COSBase value = open.pop();
            if (value instanceof COSStream stream && !unfolds(stream)) {
                return false;
            }
            if (value instanceof COSDictionary dictionary) {
                dictionary.getValues().forEach(this::add);
            } else if (value instanceof COSArray array) {
                array.forEach(this::add);
            }
            if (seen.size() > MOST_OBJECTS) {
                return false;
            }
        }
        return true;
    }

    private boolean unfolds(COSStream stream) throws IOException {
        COSBase filter = stream.getFilters();
        if (filter instanceof COSArray array && array.size() == 1) {
            filter = array.getObject(0);
        }
        if (filter != null && filter != COSName.FLATE_DECODE) {
            return false;
        }
        try (InputStream raw = stream.createRawInputStream();
                InputStream data = filter == null ? raw : new InflaterInputStream(raw)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = data.read(buffer); read > 0 && bytes <= MOST_BYTES; read = data.read(buffer)) {
                bytes += read;
            }
        }
        return bytes <= MOST_BYTES;
    }
}
