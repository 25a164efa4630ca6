package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether people's browsers must send nothing in the clear. */
class BehindTlsTest {

    @ParameterizedTest
    @CsvSource({
        "https://vb.tinh.vn, false, true",
        "http://vb.tinh.vn, true, false",
        "'', true, true",
        "'', false, false"
    })
    void itIsSaidByTheAddressOrElseByTheProxy(String url, boolean plainHttp, boolean behind) {
        Map<String, String> settings = url.isEmpty()
                ? Map.of("console.plain-http", Boolean.toString(plainHttp))
                : Map.of("console.url", url, "console.plain-http", Boolean.toString(plainHttp));
        assertThat(ConfigurationReader.read(Path.of("data"), settings).console().isBehindTls())
                .isEqualTo(behind);
    }
}
