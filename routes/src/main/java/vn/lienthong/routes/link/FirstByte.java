package vn.lienthong.routes.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** A stream whose first byte can be looked at. */
final class FirstByte extends PushbackInputStream {

    FirstByte(InputStream in) {
        super(in, 1);
    }

    /** The first byte, or -1; before anything else is read. */
    int first() throws IOException {
        int first = read();
        if (first >= 0) {
            unread(first);
        }
        return first;
    }
}
