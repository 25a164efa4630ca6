package vn.lienthong.gateway.signature.form;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * A signature field that is seen on a page.
 *
 * @param place of the field, as it is seen
 * @param mark the annotation's name; empty where it has none
 * @param end where what it signs ends; 0 where it is not signed
 */
record ShownSignature(PDSignatureField field, Place place, String mark, int end) {
    private static final float LEAST_POINTS = 3;
    /** A field that binds whoever signs it is left to software that knows how. */
    private static final List<COSName> BINDING = List.of(COSName.getPDFName("Lock"), COSName.getPDFName("SV"));

    static List<ShownSignature> in(PDDocument document) throws IOException {
        List<ShownSignature> shown = new ArrayList<>();
        for (PDSignatureField field : document.getSignatureFields()) {
            List<PDAnnotationWidget> widgets = field.getWidgets();
            PDRectangle rectangle =
                    widgets.isEmpty() ? null : widgets.getFirst().getRectangle();
            int page = widgets.isEmpty() ? -1 : page(document, widgets.getFirst());
            if (page >= 0
                    && rectangle != null
                    && rectangle.getWidth() >= LEAST_POINTS
                    && rectangle.getHeight() >= LEAST_POINTS) {
                String mark = widgets.getFirst().getAnnotationName();
                shown.add(new ShownSignature(
                        field,
                        PageView.of(document.getPage(page)).place(page + 1, rectangle),
                        mark == null ? "" : mark,
                        end(field.getSignature())));
            }
        }
        return shown;
    }

    private static int page(PDDocument document, PDAnnotationWidget widget) throws IOException {
        PDPage told = widget.getPage();
        int index = told == null ? -1 : document.getPages().indexOf(told);
        if (index >= 0) {
            return index;
        }
        int number = 0;
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation.getCOSObject() == widget.getCOSObject()) {
                    return number;
                }
            }
            number++;
        }
        return -1;
    }

    private static int end(PDSignature signature) {
        int[] range = signature == null ? new int[0] : signature.getByteRange();
        return range != null && range.length == 4 ? range[2] + range[3] : 0;
    }

    boolean signed() {
        return field.getCOSObject().containsKey(COSName.V);
    }

    /** Whether it waits for a signature and asks for nothing that we do not know. */
    boolean free() {
        COSDictionary own = field.getCOSObject();
        return !signed()
                && BINDING.stream().noneMatch(own::containsKey)
                && !own.containsKey(COSName.KIDS)
                && own.getDictionaryObject(COSName.FT) == COSName.SIG;
    }

    boolean isOf(FormKind kind) {
        return mark.startsWith(kind.mark());
    }

    private boolean isOurs() {
        return mark.startsWith("lienthong-");
    }

    /** Whether it may be a person's: not one that we know to be an agency's. */
    boolean mayBeAnOfficers() {
        return signed() && (!isOurs() || isOf(FormKind.OFFICER));
    }

    boolean standsAt(Place other) {
        return place.page() == other.page()
                && Math.abs(place.leftMm() - other.leftMm()) < 1
                && Math.abs(place.topMm() - other.topMm()) < 1
                && Math.abs(place.widthMm() - other.widthMm()) < 1
                && Math.abs(place.heightMm() - other.heightMm()) < 1;
    }
}
