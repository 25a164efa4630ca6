package vn.lienthong.gateway.packet;

import java.util.BitSet;

/** Where in the packet the parser stands, and which children each open element had already. */
final class ElementPath {

    private final String[] names;
    private final BitSet[] children;
    private int depth;

    ElementPath(int maxDepthElements) {
        this.names = new String[maxDepthElements];
        this.children = new BitSet[maxDepthElements];
        for (int i = 0; i < maxDepthElements; i++) {
            names[i] = "";
            children[i] = new BitSet(WireElements.count());
        }
    }

    int depth() {
        return depth;
    }

    /** Steps into an element; false where its parent had one of that name before. */
    boolean enter(String name, int number) {
        boolean first = true;
        if (depth > 0 && number != WireElements.UNKNOWN) {
            BitSet siblings = children[depth - 1];
            first = !siblings.get(number);
            siblings.set(number);
        }
        names[depth] = name;
        children[depth].clear();
        depth++;
        return first;
    }

    void leave() {
        depth--;
    }

    String parent() {
        return depth < 2 ? "" : names[depth - 2];
    }

    /** The path without the frame around it, which is everywhere the same: {@code MessageHeader/From/OrganId}. */
    @Override
    public String toString() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            boolean frame = i < depth - 1 && names[i].startsWith("edXML") && !names[i].equals("edXMLManifest");
            if (!frame) {
                path.append(path.isEmpty() ? "" : "/").append(names[i]);
            }
        }
        return path.toString();
    }
}
