package vn.lienthong.gateway.finding;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** Every {@link ErrorCode} with what leads to it and the way out, in Vietnamese: for pages and documents that explain errors. */
public final class ErrorCatalogue {
    private static final String RESOURCE = "errors.properties";

    private ErrorCatalogue() {}

    /**
     * One error, explained.
     *
     * @param cause what usually leads to it
     * @param remedy what whoever meets it can do
     */
    public record Explained(ErrorCode code, String cause, String remedy) {}

    /** All of them, in the order of the codes. */
    public static List<Explained> all() {
        Properties texts = texts();
        return Arrays.stream(ErrorCode.values())
                .map(code -> new Explained(
                        code,
                        texts.getProperty(code.name() + ".cause", ""),
                        texts.getProperty(code.name() + ".remedy", "")))
                .toList();
    }

    private static Properties texts() {
        try (InputStream in = Objects.requireNonNull(ErrorCatalogue.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
