package vn.lienthong.gateway.packet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds where a station is added to the trace of a packet: behind the last TraceHeader, else at the list's beginning, so always
 * before a Bussiness that follows (QCVN 102 2.1, 2.2). Looks at bytes alone and stops at the end of the list, which is long before the
 * attachments. The elements are those that {@link PacketReader} reads: the same path, the same namespaces.
 */
public final class FindTracePlace {

    /** Four times what a header of 20,000 recipients takes. */
    private static final long FARTHEST_BYTES = 32L << 20;

    private static final List<String> PATH = List.of("edXML", "edXMLEnvelope", "edXMLHeader", "TraceHeaderList");

    private final TagScan tags;

    /** The open elements of the path, outermost first. */
    private final List<ScannedTag> path = new ArrayList<>();

    private int depth;
    private boolean inStation;
    private long offset;

    private FindTracePlace(TagScan tags) {
        this.tags = tags;
    }

    /**
     * The place, read from a packet's beginning; the stream is not closed.
     *
     * @return empty where nothing can be added: no list, or an empty tag for one, an encoding other than UTF-8, a list too far
     *     from the beginning, or no packet at all
     */
    public static Optional<TracePlace> in(InputStream packet) throws IOException {
        return new FindTracePlace(new TagScan(new ByteScan(packet, FARTHEST_BYTES))).find();
    }

    private Optional<TracePlace> find() throws IOException {
        for (Optional<ScannedTag> tag = tags.next(); tag.isPresent(); tag = tags.next()) {
            switch (tag.get().kind()) {
                case START -> {
                    start(tag.get());
                    if (path.isEmpty()) {
                        return Optional.empty();
                    }
                }
                case EMPTY -> {
                    if (isNextOfPath(tag.get())) {
                        return Optional.empty();
                    }
                    if (isStation(tag.get())) {
                        offset = tag.get().endOffset();
                    }
                }
                case END -> {
                    depth--;
                    if (depth < path.size()) {
                        return inList()
                                ? Optional.of(
                                        new TracePlace(offset, path.getLast().prefix()))
                                : Optional.empty();
                    }
                    endOfStation(tag.get());
                }
            }
        }
        return Optional.empty();
    }

    private void start(ScannedTag tag) {
        if (isNextOfPath(tag)) {
            path.add(tag);
            offset = tag.endOffset();
        } else if (isStation(tag)) {
            inStation = true;
        }
        depth++;
    }

    private void endOfStation(ScannedTag tag) {
        if (inStation && depth == PATH.size()) {
            inStation = false;
            offset = tag.endOffset();
        }
    }

    private boolean inList() {
        return path.size() == PATH.size();
    }

    private boolean isNextOfPath(ScannedTag tag) {
        return !inList()
                && depth == path.size()
                && tag.localName().equals(PATH.get(depth))
                && (depth == 0 || isOurs(tag));
    }

    private boolean isStation(ScannedTag tag) {
        return inList() && depth == PATH.size() && tag.localName().equals("TraceHeader") && isOurs(tag);
    }

    /** Whatever namespace the root has, or none, or the regulation's; a prefix that nothing declares is in none of them. */
    private boolean isOurs(ScannedTag tag) {
        Optional<String> namespace = namespace(tag, path);
        return namespace.isPresent()
                && (namespace.get().isEmpty()
                        || namespace.get().equals(WireElements.NAMESPACE)
                        || namespace.equals(namespace(path.getFirst(), List.of())));
    }

    private static Optional<String> namespace(ScannedTag tag, List<ScannedTag> around) {
        String prefix = tag.prefix();
        Optional<String> declared = tag.declared(prefix);
        for (int i = around.size() - 1; i >= 0 && declared.isEmpty(); i--) {
            declared = around.get(i).declared(prefix);
        }
        return declared.isEmpty() && prefix.isEmpty() ? Optional.of("") : declared;
    }
}
