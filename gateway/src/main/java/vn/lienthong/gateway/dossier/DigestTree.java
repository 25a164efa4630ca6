package vn.lienthong.gateway.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienthong.gateway.digest.Sha256;

/**
 * Files by digest: {@code <root>/ab/cd/<digest>}.
 *
 * @param root what lies in it under other names is left alone
 */
public record DigestTree(Path root) {

    private static final int NAME_CHARS = 2;

    /** Where the bytes lie, or would. */
    public Path path(Sha256 digest) {
        String hex = digest.hex();
        return root.resolve(hex.substring(0, NAME_CHARS))
                .resolve(hex.substring(NAME_CHARS, 2 * NAME_CHARS))
                .resolve(hex);
    }

    /** A page of what was last written before an instant, as {@link Vault#olderThan}; the limit counts files looked at. */
    Vault.Page before(Instant instant, Optional<Sha256> after, int limit) throws IOException {
        List<Sha256> old = new ArrayList<>();
        String from = after.map(Sha256::hex).orElse("");
        int looked = 0;
        for (Path folder : folders(from)) {
            for (Sha256 digest : digests(folder)) {
                if (digest.hex().compareTo(from) <= 0) {
                    continue;
                }
                if (isBefore(digest, instant)) {
                    old.add(digest);
                }
                if (++looked == limit) {
                    return new Vault.Page(old, Optional.of(digest));
                }
            }
        }
        return new Vault.Page(old, Optional.empty());
    }

    /** Whether there is such a file, last written before the instant. */
    boolean isBefore(Sha256 digest, Instant instant) throws IOException {
        try {
            return Files.getLastModifiedTime(path(digest)).toInstant().isBefore(instant);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /** The folders that hold files, in order, from the one on that the name lies in. */
    private List<Path> folders(String from) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Path first : children(root, start(from, 0))) {
            boolean same = !from.isEmpty() && first.endsWith(from.substring(0, NAME_CHARS));
            folders.addAll(children(first, same ? start(from, NAME_CHARS) : ""));
        }
        return folders;
    }

    private static String start(String from, int at) {
        return from.isEmpty() ? "" : from.substring(at, at + NAME_CHARS);
    }

    private static List<Path> children(Path folder, String from) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(child ->
                            name(child).length() == NAME_CHARS && name(child).compareTo(from) >= 0)
                    .sorted()
                    .toList();
        }
    }

    private static List<Sha256> digests(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(DigestTree::name)
                    .filter(Sha256::isDigest)
                    .map(Sha256::new)
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
