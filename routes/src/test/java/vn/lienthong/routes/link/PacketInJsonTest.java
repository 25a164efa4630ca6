package vn.lienthong.routes.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PacketInJsonTest {

    private static Optional<byte[]> packet(String json) throws IOException {
        Optional<InputStream> found =
                PacketInJson.find(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get().readAllBytes());
    }

    private static String text(String json) throws IOException {
        return new String(packet(json).orElseThrow(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'data':'PGE+w6k8L2E+'}|<a>é</a>",
                "{'data':{'code':'H53','success':false,'errorCode':null,'status':'done','data':'PGE+'}}|<a>",
                "{'code':'200','success':'true','data':'77u/IDxhPg=='}|\ufeff <a>",
                "{'code':200,'data':{'docId':'1','data':'PGE+w6k8L2E+'}}|<a>é</a>",
                "{'data':{'edxml':'PGE+w6k8L2E+','attachments':[{'fileContent':'eA=='}]}}|<a>é</a>",
                "{'data':{'attachments':['x',{'data':1}],'data':'PGE+w6k8L2E+'}}|<a>é</a>",
                "{'data':'PGE\\u002Bw6k8L2E\\u002b'}|<a>é</a>",
                "{'data':'PGE+\\r\\nw6k8\\nL2E+'}|<a>é</a>",
                "{'data':'PGE+\\u0050Q=='}|<a>=",
                "{'data':'<a b=\\'c\\'>\\u00e9 \\ud83d\\ude00\\/é</a>'}|<a b='c'>é 😀/é</a>",
            })
    void thePacketIsFound(String json, String expected) throws IOException {
        assertThat(text(json.replace('\'', '"'))).isEqualTo(expected.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "{\"data\":\"\"}",
                "{\"data\":null}",
                "{\"data\":\"null\"}",
                "{\"data\":\"eA==\"}",
                "{\"code\":500,\"data\":\"PGE+\"}",
                "{\"code\":\"E1\",\"data\":\"<a/>\"}",
                "{\"success\":false,\"data\":\"<a/>\"}",
                "{\"data\":{\"status\":\"FAIL\",\"data\":\"PGE+\"}}",
                "{\"data\":[\"eA==\"]}",
                "{\"data\":{\"a\":{\"data\":\"eA==\"}}}",
                "{\"message\":\"eA==\"}",
                "<html>Bad Gateway</html>",
                "Unauthorized",
                "{\"code\":"
            })
    void thereIsNone(String json) throws IOException {
        assertThat(packet(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":\"eAxx",
                "{\"data\":\"e A=\"}",
                "{\"data\":\"Không có văn bản\"}",
                "{\"data\":\"eA\\q\"}",
                "{\"data\":\"<a>\\u12\"}",
                "{\"data\":\"<a>\\ud83d\"}"
            })
    void whatIsDamagedIsNoPacket(String json) {
        assertThatThrownBy(() -> packet(json)).isInstanceOf(IOException.class);
    }

    @Test
    void alsoALargeOne() throws IOException {
        byte[] large = new byte[3_000_001];
        new Random(1).nextBytes(large);
        large[0] = '<';
        String json = "{\"code\":200,\"message\":\"" + "m".repeat(9_000) + "\",\"data\":{\"data\":\""
                + Base64.getEncoder().encodeToString(large) + "\",\"after\":true}}";
        assertThat(packet(json)).hasValueSatisfying(read -> assertThat(read).isEqualTo(large));
    }
}
