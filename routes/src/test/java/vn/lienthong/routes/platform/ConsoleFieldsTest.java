package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.tomcat.util.http.Parameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import vn.lienthong.gateway.digest.Sha256;

/** The form by which an officer confirms as many documents as the setting allows is read whole. */
class ConsoleFieldsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 500, 5_000})
    void aFormWithAsManyDocumentsAsTheSettingAllowsIsRead(int most) {
        TraySettings tray = new TraySettings(
                200, 50, DataSize.ofMegabytes(100), 300, Duration.ofSeconds(5), Duration.ofHours(1), most);
        String digest = Sha256.of(new byte[] {1}).hex();
        byte[] form = IntStream.range(0, most)
                .mapToObj(number -> "shown=00000000-0000-0000-0000-%012d%%3A%s".formatted(number, digest))
                .collect(Collectors.joining("&", "_csrf=x&code=123456&", ""))
                .getBytes(StandardCharsets.US_ASCII);
        Parameters read = new Parameters();
        read.setLimit(ConsoleListener.fields(tray));
        read.processParameters(form, 0, form.length);
        assertThat(read.getParameterValues("shown")).hasSize(most);
        assertThat(read.getParameter("code")).isEqualTo("123456");
    }
}
