package vn.lienthong.gateway.signature.asic;

import java.util.Arrays;
import java.util.Optional;

/** The two kinds of container, by the content of their first entry (EN 319 162-1 §A.1). */
enum ContainerKind {
    /** One file, signed by itself. */
    SIMPLE("application/vnd.etsi.asic-s+zip"),
    /** Any number of files, signed by way of a manifest. */
    EXTENDED("application/vnd.etsi.asic-e+zip");

    private final String mediaType;

    ContainerKind(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<ContainerKind> of(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst();
    }
}
