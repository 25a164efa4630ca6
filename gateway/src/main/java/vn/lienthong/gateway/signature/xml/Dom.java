package vn.lienthong.gateway.signature.xml;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Steps through a document's elements, nothing assumed about where they lie. */
final class Dom {

    private Dom() {}

    static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element nested) {
                children.add(nested);
            }
        }
        return children;
    }

    static boolean is(Node node, String namespace, String name) {
        return namespace.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
    }

    /** Of XML-DSig. */
    static boolean is(Node node, String name) {
        return is(node, XmlNames.DSIG, name);
    }

    static List<Element> children(Node parent, String namespace, String name) {
        return children(parent).stream()
                .filter(child -> is(child, namespace, name))
                .toList();
    }

    /** The only child of the name; empty where there is none, or where it is not the only one. */
    static Optional<Element> only(Node parent, String namespace, String name) {
        List<Element> found = children(parent, namespace, name);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    static String algorithm(Element element) {
        return element.getAttribute("Algorithm");
    }

    /** Whether a node is another, or lies inside it. */
    static boolean within(@Nullable Node node, Node outer) {
        for (Node at = node; at != null; at = at.getParentNode()) {
            if (at == outer) {
                return true;
            }
        }
        return false;
    }

    /** Base64 with white space between, and nothing else (RFC 4648 §4). */
    static byte[] base64(String text, String what) throws XmlFault {
        try {
            return Base64.getDecoder().decode(text.replaceAll("[ \\t\\r\\n]", ""));
        } catch (IllegalArgumentException malformed) {
            throw new XmlFault(what + ": not base64 (expected: base64)");
        }
    }

    /** Where an element lies, from the root, with its identifier: {@code /edXML/Signature[2]/SignedInfo}. */
    static String place(Node node) {
        if (!(node instanceof Element element)) {
            return "";
        }
        int number = 1;
        int more = 0;
        for (Node before = node.getPreviousSibling(); before != null; before = before.getPreviousSibling()) {
            number += same(before, element) ? 1 : 0;
        }
        for (Node after = node.getNextSibling(); after != null && more == 0; after = after.getNextSibling()) {
            more += same(after, element) ? 1 : 0;
        }
        Node parent = node.getParentNode();
        return (parent == null ? "" : place(parent))
                + "/"
                + element.getNodeName()
                + (number + more > 1 ? "[" + number + "]" : "");
    }

    private static boolean same(Node one, Element other) {
        return one instanceof Element && one.getNodeName().equals(other.getNodeName());
    }
}
