package vn.lienthong.routes.link;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The packet in an answer to {@code getEdoc}: a text {@code data} or {@code edxml}, of the answer or of its {@code data}, in
 * base64 or as it is. It is read as it comes and never held whole.
 */
final class PacketInJson {

    private static final Set<String> NAMES = Set.of("data", "edxml");
    private static final int DEEPEST = 2;

    private PacketInJson() {}

    /** The packet; empty where the answer has none. What of the answer was read to find out is the caller's to keep. */
    static Optional<InputStream> find(InputStream answer) throws IOException {
        try (JsonParser json = JsonMapper.shared().createParser(new Unclosed(answer))) {
            int depth = 0;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                boolean named = token == JsonToken.VALUE_STRING
                        && depth <= DEEPEST
                        && NAMES.contains(String.valueOf(json.currentName()));
                if (named) {
                    FirstByte text = new FirstByte(rest(json, answer));
                    if (text.first() >= 0) {
                        return Optional.of(text.first() == '<' ? text : decoded(text));
                    }
                    return Optional.empty();
                }
            }
            return Optional.empty();
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** The parser has read the opening quote, and more than that into its buffer. */
    private static InputStream rest(JsonParser json, InputStream answer) {
        ByteArrayOutputStream buffered = new ByteArrayOutputStream();
        json.releaseBuffered(buffered);
        return new JsonText(new BufferedInputStream(
                new SequenceInputStream(new ByteArrayInputStream(buffered.toByteArray()), answer)));
    }

    /** Some writers break base64 into lines; other characters that are not of it are damage. */
    private static InputStream decoded(InputStream base64) {
        return Base64.getDecoder().wrap(new FilterInputStream(base64) {
            @Override
            public int read() throws IOException {
                int read = in.read();
                while (read == '\n' || read == '\r') {
                    read = in.read();
                }
                return read;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int first = read();
                if (first < 0) {
                    return -1;
                }
                bytes[offset] = (byte) first;
                return 1;
            }
        });
    }

    /** The parser is closed, what it read from is read on. */
    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
