package vn.lienthong.gateway.signature.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * What an archive timestamp is over (EN 319 132-1 §5.5.2.2, not distributed): what the references lead to, the parts of the
 * signature, the unsigned properties before the timestamp, and the objects but the one that holds the properties.
 */
final class ArchivedContent {
    private static final List<String> PARTS = List.of("SignedInfo", "SignatureValue", "KeyInfo");

    private ArchivedContent() {}

    static void write(Screened screened, SignedContent content, List<Element> before, Canonical form, OutputStream out)
            throws XmlFault, IOException {
        for (ScreenedReference reference : screened.references()) {
            Optional<Target> target = content.target(reference);
            if (target.isEmpty()) {
                throw new XmlFault("over " + reference.uri() + ", which is not here (expected: handed in beside)");
            }
            content.write(target.get(), reference, screened.element(), form, out);
        }
        for (String part : PARTS) {
            for (Element element : Dom.children(screened.element(), XmlNames.DSIG, part)) {
                form.write(element, out);
            }
        }
        for (Element property : before) {
            form.write(property, out);
        }
        for (Element object : screened.objects()) {
            if (Dom.children(object, XmlNames.XADES, "QualifyingProperties").isEmpty()) {
                form.write(object, out);
            }
        }
    }
}
