package vn.lienthong.gateway.signature.form;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The seal's picture with name and time below it; or both in a plain frame. */
final class SealLayout implements Layout {
    private static final double CAPTION_POINTS = 7;
    private static final double FRAME_POINTS = 9;
    private static final double INSET_POINTS = 4;
    private static final int CAPTION_LINES = 3;
    private static final int FRAME_LINES = 6;

    private final AgencySealForm form;
    private final double width;
    private final double pictureHeight;
    private final Typeface face;
    private final List<String> name;
    private final List<String> time;

    SealLayout(PDDocument document, AgencySealForm form, Instant at) throws IOException {
        this.form = form;
        this.width = form.place().widthMm() * PageView.POINTS_PER_MM;
        this.pictureHeight = form.place().heightMm() * PageView.POINTS_PER_MM;
        boolean framed = form.picture().isEmpty();
        this.face = framed ? Typeface.bold(document) : Typeface.regular(document);
        double room = width - (framed ? 2 * INSET_POINTS : 0);
        this.name = face.wrapped(form.agency(), size(), room, framed ? FRAME_LINES : CAPTION_LINES);
        this.time = face.wrapped(Wording.time(at), CAPTION_POINTS, room, 1);
    }

    private double size() {
        return form.picture().isEmpty() ? FRAME_POINTS : CAPTION_POINTS;
    }

    private double textHeight() {
        return LEADING * (name.size() * size() + CAPTION_POINTS);
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return form.picture().isPresent()
                ? pictureHeight + textHeight()
                : Math.max(pictureHeight, textHeight() + 2 * INSET_POINTS);
    }

    @Override
    public void draw(Ink ink) throws IOException {
        ink.red();
        double top;
        if (form.picture().isPresent()) {
            ink.picture(form.picture().get(), 0, height() - pictureHeight, width, pictureHeight);
            top = textHeight();
        } else {
            ink.frame(1, 1, width - 2, height() - 2);
            top = (height() + textHeight()) / 2;
        }
        ink.centred(face, size(), 0, width, top, name);
        ink.centred(face, CAPTION_POINTS, 0, width, top - LEADING * name.size() * size(), time);
    }
}
