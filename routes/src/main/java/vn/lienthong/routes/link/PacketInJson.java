package vn.lienthong.routes.link;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The packet in an answer to {@code getEdoc}: a text {@code data} or {@code edxml}, of the answer or of its {@code data}, in
 * base64 or as it is. It is read as it comes and never held whole. An answer that speaks of a failure before has none, nor is
 * a text a packet that does not begin as XML does: an error taken for a document would be refused, and be gone.
 */
final class PacketInJson {

    private static final Set<String> NAMES = Set.of("data", "edxml");
    private static final Set<String> SPEAKING = Set.of("code", "success", "errorCode", "ErrorCode", "status");
    private static final int DEEPEST = 2;
    private static final int LONGEST_BEGINNING = 256;

    /** Behind a byte order mark and white space, in UTF-8 or UTF-16. */
    private static final Pattern BEGINS_AS_XML =
            Pattern.compile("(\\u00ef\\u00bb\\u00bf|\\u00fe\\u00ff|\\u00ff\\u00fe)?[ \\t\\r\\n\\u0000]*<");

    private PacketInJson() {}

    /** The packet; empty where the answer has none. What of the answer was read to find out is the caller's to keep. */
    static Optional<InputStream> find(InputStream answer) throws IOException {
        try (JsonParser json = JsonMapper.shared().createParser(new Unclosed(answer))) {
            int depth = 0;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token.isScalarValue() && token != JsonToken.VALUE_NULL && isFailure(json, depth)) {
                    return Optional.empty();
                }
                boolean named = token == JsonToken.VALUE_STRING
                        && depth <= DEEPEST
                        && NAMES.contains(String.valueOf(json.currentName()));
                if (named) {
                    FirstByte text = new FirstByte(rest(json, answer));
                    return text.first() < 0 ? Optional.empty() : xml(text.first() == '<' ? text : decoded(text));
                }
            }
            return Optional.empty();
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static boolean isFailure(JsonParser json, int depth) {
        String name = json.currentName();
        // Other members are not to be read here: what is read of the packet's is gone.
        return name != null
                && depth <= DEEPEST
                && SPEAKING.contains(name)
                && ProvincialReply.isFailure(name, json.getString(), depth > 1);
    }

    /** Empty where it does not begin as XML does. */
    private static Optional<InputStream> xml(InputStream content) throws IOException {
        PushbackInputStream again = new PushbackInputStream(content, LONGEST_BEGINNING);
        byte[] beginning = again.readNBytes(LONGEST_BEGINNING);
        again.unread(beginning);
        String marks = new String(beginning, StandardCharsets.ISO_8859_1);
        return BEGINS_AS_XML.matcher(marks).lookingAt() ? Optional.of(again) : Optional.empty();
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
