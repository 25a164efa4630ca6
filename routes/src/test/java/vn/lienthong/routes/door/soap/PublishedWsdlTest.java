package vn.lienthong.routes.door.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A client takes its address from the description: behind a proxy that ends TLS it must not be led to plain http. */
final class PublishedWsdlTest {

    @ParameterizedTest
    @CsvSource({
        "false, http://gateway.example:8082/services/documents",
        "true, https://gateway.example:8082/services/documents"
    })
    void theAddressIsTheOneClientsComeBy(boolean tlsInFront, String address) throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/services/documents");
        request.setServerName("gateway.example");
        request.setServerPort(8082);
        request.setPathInfo("/documents");
        request.setQueryString("wsdl");
        MockHttpServletResponse response = new MockHttpServletResponse();
        new PublishedWsdl(tlsInFront).answer(request, response);
        assertThat(response.getContentAsString()).contains("\"" + address + "\"");
    }
}
