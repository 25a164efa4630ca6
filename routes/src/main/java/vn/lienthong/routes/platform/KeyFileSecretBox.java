package vn.lienthong.routes.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import vn.lienthong.gateway.access.SecretBox;

/**
 * The master key as its file has it now: a key that was replaced while the gateway runs is taken up with the next secret.
 * What is still under the key before, or already under the one that is just taking its place, opens too. A file that is
 * gone is not made anew: what lies under the key that is lost would open no more. Safe for many threads.
 */
final class KeyFileSecretBox implements SecretBox {

    private static final int MOST_KEPT = 4;

    private final Path file;
    private final Map<String, SecretBox> boxes = new LinkedHashMap<>();

    /** @param sealed how many secrets lie under the key; asked where its file is missing */
    KeyFileSecretBox(Path file, IntSupplier sealed) {
        this.file = file;
        box(MasterKeyFile.first(file, sealed));
    }

    @Override
    public byte[] seal(byte[] secret) {
        if (!Files.exists(file)) {
            throw new IllegalStateException(
                    "master key: " + file + " is gone (expected: the file, put back from its backup)");
        }
        return box(MasterKeyFile.readOrMake(file)).seal(secret);
    }

    @Override
    public byte[] open(byte[] sealed) {
        RuntimeException first = new IllegalStateException("secret: no master key (expected: " + file + ")");
        List<Path> places = List.of(file, MasterKeyFile.next(file), MasterKeyFile.previous(file));
        for (Path place : places) {
            if (Files.exists(place)) {
                try {
                    return box(text(place)).open(sealed);
                } catch (IllegalStateException | IllegalArgumentException underAnotherKey) {
                    first = place.equals(file) ? underAnotherKey : first;
                }
            }
        }
        throw first;
    }

    /** To derive a key takes half a second; so it is done once for each. */
    private synchronized SecretBox box(String key) {
        SecretBox known = boxes.get(key);
        if (known == null) {
            known = new MasterKeySecretBox(key);
            boxes.put(key, known);
            if (boxes.size() > MOST_KEPT) {
                boxes.remove(boxes.keySet().iterator().next());
            }
        }
        return known;
    }

    private static String text(Path place) {
        try {
            return Files.readString(place, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("master key " + place, e);
        }
    }
}
