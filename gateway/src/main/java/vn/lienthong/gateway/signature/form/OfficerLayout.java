package vn.lienthong.gateway.signature.form;

import java.io.IOException;

/** The picture alone. */
record OfficerLayout(OfficerForm form) implements Layout {
    @Override
    public double width() {
        return form.place().widthMm() * PageView.POINTS_PER_MM;
    }

    @Override
    public double height() {
        return form.place().heightMm() * PageView.POINTS_PER_MM;
    }

    @Override
    public void draw(Ink ink) throws IOException {
        ink.picture(form.picture(), 0, 0, width(), height());
    }
}
