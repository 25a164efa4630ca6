package vn.lienthong.gateway.signature.asic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.signature.SignedFile;

/** An archive whose directory was read strictly, by entry. */
final class Container {
    private static final int TYPE_BYTES = 64;

    private final ZipSource source;
    private final AsicLimits limits;
    private final List<ZipEntryHead> entries;
    private final Map<String, ZipEntryHead> byName = new LinkedHashMap<>();

    private Container(ZipSource source, AsicLimits limits, List<ZipEntryHead> entries) {
        this.source = source;
        this.limits = limits;
        this.entries = entries;
        entries.forEach(entry -> byName.put(entry.name(), entry));
    }

    static Container open(ZipSource source, AsicLimits limits) throws IOException {
        return new Container(source, limits, ReadZip.in(source, limits));
    }

    AsicLimits limits() {
        return limits;
    }

    /** What it says it is; empty when it is an archive of another kind, or says nothing. */
    Optional<ContainerKind> kind() throws IOException {
        ZipEntryHead type = byName.get("mimetype");
        if (type == null || type.size() > TYPE_BYTES) {
            return Optional.empty();
        }
        return ContainerKind.of(new String(file("mimetype").all(), StandardCharsets.US_ASCII));
    }

    /** Whether it says that it is a container in other words than those of EN 319 162-1 §A.1, if only by a line's end. */
    boolean claimsKind() throws IOException {
        if (!has("mimetype") || kind().isPresent()) {
            return false;
        }
        try (InputStream in = file("mimetype").open()) {
            return new String(in.readNBytes(TYPE_BYTES), StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT)
                    .contains("vnd.etsi.asic");
        }
    }

    /** Why a reader that looks at the first bytes would not see what it is; empty when it would (EN 319 162-1 §A.1). */
    Optional<String> hiddenKind() {
        ZipEntryHead first = entries.getFirst();
        boolean plain = first.name().equals("mimetype")
                && first.method() == ZipEntryHead.STORED
                && first.data() == 30 + "mimetype".length()
                && first.end() == first.data() + first.packed();
        return plain
                ? Optional.empty()
                : Optional.of("first entry: " + first.name() + " (expected: mimetype, stored, without extra field)");
    }

    /** Whether something in it claims to be a signature. */
    boolean claims() {
        return byName.keySet().stream().anyMatch(name -> Role.of(name).claims());
    }

    /** The names of a role, as they lie there. */
    List<String> names(Role role) {
        return byName.keySet().stream().filter(name -> Role.of(name) == role).toList();
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** An entry, unpacked each time that it is read. */
    SignedFile file(String name) throws ZipFault {
        ZipEntryHead entry = byName.get(name);
        if (entry == null) {
            throw new ZipFault("entry " + name + ": missing (expected: in the container)");
        }
        return SignedFile.of(name, entry.size(), () -> EntryStream.open(source, entry));
    }

    /** The bytes of a manifest, a signature or a token. */
    byte[] small(String name) throws IOException {
        SignedFile file = file(name);
        if (file.length() > limits.maximumSmallBytes()) {
            throw new ZipFault("entry " + name + ": " + file.length() + " bytes (expected: at most "
                    + limits.maximumSmallBytes() + ")");
        }
        return file.all();
    }
}
