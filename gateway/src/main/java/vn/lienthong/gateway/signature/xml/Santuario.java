package vn.lienthong.gateway.signature.xml;

import org.apache.xml.security.Init;

/** Starts the XML-DSig library once, without line breaks in what it writes. */
final class Santuario {
    static {
        System.setProperty("org.apache.xml.security.ignoreLineBreaks", "true");
        Init.init();
    }

    private Santuario() {}

    /** Returns when the library may be used. */
    static void ready() {
        // The class is loaded: that is all.
    }
}
