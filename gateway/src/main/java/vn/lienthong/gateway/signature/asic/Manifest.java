package vn.lienthong.gateway.signature.asic;

import java.util.List;

/**
 * What a signature in a container is over (EN 319 162-1 §A.4).
 *
 * @param name the entry that it was read from
 * @param signature the entry that holds the signature or timestamp
 */
record Manifest(String name, String signature, List<Reference> references) {

    /**
     * One listed file.
     *
     * @param file the entry's name
     * @param algorithm the URI of the digest algorithm
     */
    record Reference(String file, String algorithm, byte[] digest) {}

    Manifest {
        references = List.copyOf(references);
    }

    boolean lists(String file) {
        return references.stream().anyMatch(one -> one.file().equals(file));
    }
}
