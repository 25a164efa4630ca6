package vn.lienthong.gateway.signature.form;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The seal's picture with name and time below it; or both in a plain frame. */
final class SealLayout implements Layout {
    private static final double CAPTION_POINTS = 7;
    private static final List<Double> CAPTION_SIZES = List.of(CAPTION_POINTS, 6.0);
    private static final List<Double> FRAME_SIZES = List.of(9.0, 8.0, 7.0);
    private static final double INSET_POINTS = 4;
    private static final int CAPTION_LINES = 5;
    private static final int FRAME_LINES = 8;

    private final AgencySealForm form;
    private final double width;
    private final double pictureHeight;
    private final Typeface face;
    private final TextBlock name;
    private final List<String> time;

    SealLayout(AgencySealForm form, Instant at) {
        this.form = form;
        this.width = form.place().widthMm() * PageView.POINTS_PER_MM;
        this.pictureHeight = form.place().heightMm() * PageView.POINTS_PER_MM;
        boolean framed = form.picture().isEmpty();
        this.face = framed ? Typeface.bold() : Typeface.regular();
        double room = width - (framed ? 2 * INSET_POINTS : 0);
        this.name = TextBlock.fitted(
                face, form.agency(), framed ? FRAME_SIZES : CAPTION_SIZES, room, framed ? FRAME_LINES : CAPTION_LINES);
        this.time = face.wrapped(Wording.time(at), CAPTION_POINTS, room, 1);
    }

    private double textHeight() {
        return name.height() + LEADING * CAPTION_POINTS;
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
        ink.centred(face, name.size(), 0, width, top, name.lines());
        ink.centred(face, CAPTION_POINTS, 0, width, top - name.height(), time);
    }
}
