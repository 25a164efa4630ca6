package vn.lienthong.routes.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DNS rebinding: a name that leads to an allowed address when it is checked and elsewhere when it is connected to. */
final class AddressPinningTest {

    private static final String NAME = "neighbour.example";

    private final List<String> reached = new ArrayList<>();
    private final Queue<String[]> answers = new ArrayDeque<>();
    private int lookedUp;
    private HttpServer good;
    private HttpServer evil;

    @BeforeEach
    void start() throws IOException {
        good = server("127.0.0.1", 0);
        evil = server("127.0.0.2", good.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        good.stop(0);
        evil.stop(0);
    }

    private HttpServer server(String address, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
        server.createContext("/", exchange -> {
            reached.add(address + " " + exchange.getRequestHeaders().getFirst("Host"));
            exchange.getResponseHeaders().add("Connection", "close");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private InetAddress[] look(String host) throws UnknownHostException {
        assertThat(host).isEqualTo(NAME);
        lookedUp++;
        List<InetAddress> found = new ArrayList<>();
        for (String address : answers.remove()) {
            found.add(InetAddress.getByName(address));
        }
        return found.toArray(InetAddress[]::new);
    }

    private void send(OutboundHttp http) throws Exception {
        URI uri = URI.create("http://" + NAME + ":" + good.getAddress().getPort() + "/");
        http.send(uri, HttpRequest.newBuilder());
    }

    private OutboundHttp http() throws Exception {
        return new OutboundHttp(OutboundSettings.demo(), this::look, SSLContext.getDefault());
    }

    private void answers(String[]... each) {
        answers.addAll(Arrays.asList(each));
    }

    @Test
    void theConnectionGoesToTheAddressThatWasChecked() throws Exception {
        answers(new String[] {"127.0.0.1"}, new String[] {"127.0.0.2"});
        try (OutboundHttp http = http()) {
            send(http);
        }
        assertThat(lookedUp).isOne();
        assertThat(reached)
                .containsExactly("127.0.0.1 " + NAME + ":" + good.getAddress().getPort());
    }

    @Test
    void aNameThatTurnsAwayIsRefusedAtTheNextConnection() throws Exception {
        answers(new String[] {"127.0.0.1"}, new String[] {"169.254.169.254"});
        try (OutboundHttp http = http()) {
            send(http);
            assertThatThrownBy(() -> send(http)).isInstanceOf(OutboundRefused.class);
        }
        assertThat(reached).hasSize(1);
    }

    @Test
    void oneBadAddressAmongGoodOnesRefusesTheName() throws Exception {
        answers(new String[] {"127.0.0.1", "169.254.169.254"});
        try (OutboundHttp http = http()) {
            assertThatThrownBy(() -> send(http)).isInstanceOf(OutboundRefused.class);
        }
        assertThat(reached).isEmpty();
    }
}
