package vn.lienthong.gateway.signature.form;

import java.io.IOException;

/** A form laid out: how large it is, and how it is drawn. Measures are points. */
interface Layout {
    /** Distance of lines, in sizes of the letters. */
    double LEADING = 1.15;
    /** How far letters stand above the foot of their line, in their size. */
    double DESCENT = 0.27;

    double width();

    double height();

    void draw(Ink ink) throws IOException;
}
