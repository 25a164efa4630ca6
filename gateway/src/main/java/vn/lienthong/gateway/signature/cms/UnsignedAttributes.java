package vn.lienthong.gateway.signature.cms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What lies beside a signature (RFC 5652 §5.3, unsignedAttrs). Nobody signed it; timestamps and counter-signatures may be there
 * several times (EN 319 122-1 §5.3, §5.5.3, RFC 5652 §11.4), everything else once.
 */
final class UnsignedAttributes {
    static final UnsignedAttributes NONE = new UnsignedAttributes(List.of());

    private static final Set<String> REPEATABLE = Set.of(
            CheckTimestamp.TOKEN,
            ArchiveIndex.TIMESTAMP,
            CheckArchiveTimestamps.VERSION_2,
            "1.2.840.113549.1.9.6"); // counter-signature

    private final List<Value> values;
    private final Map<String, Der> first = new HashMap<>();

    /**
     * One value.
     *
     * @param type object identifier of its attribute
     * @param typeBytes the same, encoded
     */
    record Value(String type, byte[] typeBytes, Der value) {}

    private UnsignedAttributes(List<Value> values) {
        this.values = List.copyOf(values);
    }

    static UnsignedAttributes read(Der set) throws CmsException {
        List<Value> values = new ArrayList<>();
        Map<String, Der> sets = new HashMap<>();
        for (Der attribute : set.children()) {
            List<Der> parts =
                    attribute.expect(Der.SEQUENCE, "unsigned attribute").children();
            if (parts.size() != 2) {
                throw new CmsException("unsigned attribute: " + parts.size() + " parts (expected: type and values)");
            }
            String type = parts.get(0).oid();
            Der all = parts.get(1).expect(Der.SET, "unsigned attribute");
            if (sets.putIfAbsent(type, all) != null && !REPEATABLE.contains(type)) {
                throw new CmsException("unsigned attribute " + type + ": twice (expected: once)");
            }
            byte[] typeBytes = parts.get(0).encoded();
            all.children().forEach(value -> values.add(new Value(type, typeBytes, value)));
        }
        UnsignedAttributes read = new UnsignedAttributes(values);
        read.first.putAll(sets);
        return read;
    }

    /** The values of the first attribute of a type; null when there is none. */
    @Nullable
    Der get(String type) {
        return first.get(type);
    }

    /** Every value of every attribute of a type, in order. */
    List<Der> values(String type) {
        return values.stream()
                .filter(one -> one.type().equals(type))
                .map(Value::value)
                .toList();
    }

    /** Every value of every attribute, in order. */
    List<Value> all() {
        return values;
    }
}
