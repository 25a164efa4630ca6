package vn.lienthong.gateway.signature.form;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;

/** In which colours forms are drawn. */
final class Colours {
    private Colours() {}

    /** sRGB, near enough, as a calibrated space (ISO 32000-1 §8.6.5.3). */
    static COSArray calibrated() {
        COSDictionary parameters = new COSDictionary();
        parameters.setItem(COSName.WHITE_POINT, numbers(0.9505f, 1, 1.089f));
        parameters.setItem(COSName.GAMMA, numbers(2.2f, 2.2f, 2.2f));
        parameters.setItem(
                COSName.MATRIX,
                numbers(0.4124f, 0.2126f, 0.0193f, 0.3576f, 0.7152f, 0.1192f, 0.1805f, 0.0722f, 0.9505f));
        COSArray space = new COSArray();
        space.add(COSName.CALRGB);
        space.add(parameters);
        return space;
    }

    private static COSArray numbers(float... values) {
        COSArray array = new COSArray();
        for (float value : values) {
            array.add(new COSFloat(value));
        }
        return array;
    }
}
