package vn.lienthong.gateway.signature.xml;

import org.w3c.dom.Element;
import vn.lienthong.gateway.signature.SignedFile;

/** The very thing that a Reference leads to: what is reported is this object, not its name. */
sealed interface Target {

    /** The whole document that the signature is in. */
    record Whole() implements Target {
        @Override
        public String toString() {
            return "the whole file";
        }
    }

    /** An element of it. */
    record Part(Element element) implements Target {
        @Override
        public String toString() {
            return Dom.place(element);
        }
    }

    /** A file that was handed in beside. */
    record Beside(SignedFile file) implements Target {
        @Override
        public String toString() {
            return file.name();
        }
    }
}
