package vn.lienthong.gateway.packet;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Every leaf of a packet as {@code path=text}, by a DOM parser that shares nothing with ours; attachments' text left out. */
final class Leaves {

    private Leaves() {}

    /** Sorted, for the order of children binds nobody; order within a repeated element shows in its path. */
    static List<String> of(byte[] packet) {
        List<String> leaves = new ArrayList<>();
        collect(document(packet).getDocumentElement(), "", leaves);
        leaves.sort(null);
        return leaves;
    }

    static Document document(byte[] packet) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(packet));
        } catch (Exception e) {
            throw new AssertionError("not XML", e);
        }
    }

    private static void collect(Element element, String path, List<String> leaves) {
        String here = path + "/" + element.getLocalName() + position(element);
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (!attribute.getName().startsWith("xmlns")) {
                leaves.add(here + "/@" + attribute.getName() + "=" + attribute.getValue());
            }
        }
        boolean leaf = true;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, here, leaves);
                leaf = false;
            }
        }
        String text = element.getTextContent().strip();
        if (leaf && !text.isEmpty() && !element.getLocalName().equals("ContentTransferEncoded")) {
            leaves.add(here + "=" + text);
        }
    }

    private static String position(Element element) {
        int position = 1;
        for (Node node = element.getPreviousSibling(); node != null; node = node.getPreviousSibling()) {
            if (node instanceof Element sibling && sibling.getLocalName().equals(element.getLocalName())) {
                position++;
            }
        }
        return "[" + position + "]";
    }
}
