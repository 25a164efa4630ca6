package vn.lienthong.routes.command.admin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.lienthong.gateway.access.Dialect;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.PushForm;
import vn.lienthong.gateway.access.PushTarget;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.routes.command.RootCommand;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.Progress;

/** A neighbour from its adding to its disabling, as an administrator does it; the neighbour answers as it is told. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NeighbourCommandTest {
    private static final String BINARIES =
            Path.of("target", "postgres").toAbsolutePath().toString();
    private static final WireMockServer AXIS =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Administration running;

    @SuppressWarnings("NullAway.Init")
    private static String secret;

    private record Outcome(int exit, String out, String err) {}

    @BeforeAll
    static void start() throws Exception {
        AXIS.start();
        running = Administration.open(
                folder.resolve("data"), Map.of("database.embedded-binaries", BINARIES), Progress.silent());
        secret = Files.writeString(folder.resolve("secret"), "khóa bí mật\n").toString();
    }

    @AfterAll
    static void stop() {
        running.close();
        AXIS.stop();
    }

    private static String address() {
        return "http://127.0.0.1:" + AXIS.port() + "/XrdAdapter/adapter";
    }

    private static Outcome run(String... words) {
        return admin("neighbour", words);
    }

    private static Outcome admin(String what, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = RootCommand.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of("admin", what));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        all.addAll(List.of("--set", "database.embedded-binaries=" + BINARIES));
        all.addAll(List.of("--set", "outbound.loopback=true", "--set", "outbound.plain-http=true"));
        all.addAll(List.of("--set", "console.second-person.required=false"));
        return new Outcome(command.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }

    private static Outcome add(String id, String... scope) {
        List<String> words = new ArrayList<>(List.of("add", id, "--name", "Trục", "--address", address()));
        words.addAll(List.of("--as", "cong-tinh", "--secret-file", secret));
        words.addAll(List.of(scope));
        return run(words.toArray(String[]::new));
    }

    private static void answers(String operation, String date, String body) {
        AXIS.stubFor(post(urlEqualTo("/XrdAdapter/adapter/" + operation))
                .willReturn(aResponse().withHeader("Date", date).withBody(body)));
    }

    private static String at(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static void refused(Outcome outcome, String why) {
        assertThat(outcome.exit).as(outcome.out).isEqualTo(1);
        assertThat(outcome.err).contains(why);
    }

    @Test
    @Order(1)
    void aNeighbourIsAddedWithItsScopeAndOurSecretThere() {
        refused(add("truc"), "thiếu phạm vi");
        Outcome added = add("truc", "--default", "--carries", "G22");
        assertThat(added.exit).as(added.err).isZero();
        assertThat(added.out).contains("mọi cơ quan không nối vào đây").doesNotContain("khóa bí mật");
        assertThat(running.neighbours().find("truc"))
                .contains(new Neighbour("truc", URI.create(address()), "cong-tinh"));
        assertThat(running.neighbours().ownSecret("truc")).hasValue("khóa bí mật".getBytes(StandardCharsets.UTF_8));
        assertThat(running.systems().mandates("truc"))
                .hasSize(2)
                .allMatch(mandate -> mandate.right() == Right.TRANSIT)
                .anyMatch(mandate -> mandate.agency().equals(Mandate.BEYOND));
        refused(add("truc", "--default"), "truc đã có");
        refused(add("truc2", "--default"), "truc đã là tuyến mặc định");
        assertThat(admin("mandate", "end", "truc", "*", "transit").out())
                .contains("truc không còn quyền TRANSIT cho *");
        assertThat(admin("mandate", "end", "truc", "*", "transit").err()).contains("truc không có quyền");
        refused(add("truc3", "--carries", "X99"), "mã X99: không có trong danh mục");
        assertThat(running.systems().find("truc3")).isEmpty();
    }

    @Test
    @Order(2)
    void aTestSaysWhatIsWrongWithTheWayTheClockAndTheSecret() {
        AXIS.stubFor(any(anyUrl())
                .atPriority(9)
                .willReturn(aResponse().withStatus(502).withBody("<html>hỏng</html>")));
        refused(run("test", "truc"), "trả lời không đúng giao thức: HTTP 502");
        answers(
                "getAgenciesList",
                at(Instant.now()),
                "{\"status\":\"FAIL\",\"ErrorCode\":\"15\",\"ErrorDesc\":\"sai\"}");
        refused(run("test", "truc"), "truc từ chối: mã lỗi 15 sai");
        answers("getAgenciesList", at(Instant.now()), "{\"status\":\"OK\",\"ErrorCode\":\"0\",\"data\":[{},{}]}");
        Outcome good = run("test", "truc");
        assertThat(good.exit).as(good.err).isZero();
        assertThat(good.out).contains("KHÔNG có TLS", "khớp, lệch", "khóa: đúng; danh mục bên đó có 2 cơ quan");
        answers("getAgenciesList", at(Instant.now().minusSeconds(90)), "{\"status\":\"OK\",\"ErrorCode\":\"0\"}");
        assertThat(run("test", "truc").out).containsPattern("LỆCH (89|9\\d) giây");
        refused(run("test", "khac"), "láng giềng khac: không có (expected: một trong truc)");
    }

    @Test
    @Order(3)
    void itsAgenciesAreShownAndTakenOverOnlyWhenTold() {
        answers(
                "getSynchronizeUnit",
                at(Instant.now()),
                """
                {"status":"OK","ErrorCode":"0","data":[
                {"id":"1","pid":"","code":"H53","name":"UBND tỉnh Tây Ninh mới","deleted":false},
                {"id":"2","pid":"1","code":"H53.77","name":"Sở \\"Thử\\", một","deleted":false},
                {"id":"3","pid":"1","code":"H53.78","name":"Đã bỏ từ trước","deleted":true},
                {"id":"4","pid":"","code":"K99","name":"UBND tỉnh Nghệ An","deleted":"1"}]}
                """);
        long before = running.agencies().current().version().number();
        Outcome shown = run("agencies", "truc");
        assertThat(shown.exit).as(shown.err).isZero();
        assertThat(shown.out)
                .contains("thêm: 1", "H53.77 Sở \"Thử\", một", "đổi: 1", "Tây Ninh mới", "đóng: 0", "mới xem trước")
                .doesNotContain("H53.78");
        running.agencies().refreshIfNewer();
        assertThat(running.agencies().current().version().number()).isEqualTo(before);

        assertThat(run("agencies", "truc", "--apply").exit).isZero();
        assertThat(running.agencies().current().holderOf(new AgencyCode("H53.77"), Instant.now()))
                .isPresent();
        assertThat(run("agencies", "truc").out).contains("không có gì thay đổi");
    }

    @Test
    @Order(4)
    void aDisabledNeighbourComesBackWithAnotherSecret() throws Exception {
        assertThat(run("disable", "truc").exit).isZero();
        assertThat(running.neighbours().ownSecret("truc")).isEmpty();
        assertThat(run("list").out).contains("ĐÃ TẮT", "liên lạc cuối: chưa lần nào");
        Path other = Files.writeString(folder.resolve("other"), "khác");
        Outcome renewed = run(
                "secret",
                "truc",
                "--secret-file",
                other.toString(),
                "--as",
                "ten-moi",
                "--address",
                "https://t.example/a");
        assertThat(renewed.exit).as(renewed.err).isZero();
        assertThat(running.neighbours().ownSecret("truc")).hasValue("khác".getBytes(StandardCharsets.UTF_8));
        assertThat(running.neighbours().find("truc"))
                .contains(new Neighbour("truc", URI.create("https://t.example/a"), "ten-moi"));
        assertThat(running.systems().find("truc").orElseThrow().pushTo())
                .contains(new PushTarget(URI.create("https://t.example/a"), PushForm.AXIS));
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        refused(run("secret", "truc", "--secret-file", empty.toString()), "đúng một dòng");
    }

    @Test
    @Order(5)
    void aProvincialPlatformHasALoginToo() throws Exception {
        List<String> words = new ArrayList<>(List.of("add", "tinh", "--name", "LGSP tỉnh", "--carries", "H53"));
        words.addAll(List.of("--address", "http://127.0.0.1:" + AXIS.port(), "--as", "H53.DN.001"));
        words.addAll(List.of("--secret-file", secret, "--username", "cong"));
        refused(run(words.toArray(String[]::new)), "chỉ dùng cho nền tảng tỉnh");
        Path password = Files.writeString(folder.resolve("password"), "mật khẩu\n");
        words.addAll(List.of("--password-file", password.toString(), "--application-code", "QLVB"));
        words.addAll(List.of("--dialect", "nuoc-ngoai"));
        refused(run(words.toArray(String[]::new)), "--dialect: nuoc-ngoai (expected: axis hoặc provincial)");
        words.set(words.size() - 1, "provincial");
        refused(run(words.toArray(String[]::new)), "không gửi được trong header");
        String plain =
                Files.writeString(folder.resolve("plain"), "khoa-bi-mat\n").toString();
        words.set(words.indexOf(secret), plain);
        Outcome added = run(words.toArray(String[]::new));
        assertThat(added.exit).as(added.err).isZero();
        assertThat(running.neighbours().find("tinh"))
                .map(Neighbour::dialect)
                .contains(new Dialect.Provincial("cong", "QLVB"));
        assertThat(running.neighbours().loginPassword("tinh")).hasValue("mật khẩu".getBytes(StandardCharsets.UTF_8));
        assertThat(run("list").out).contains("nền tảng tỉnh, đăng nhập cong, với tên H53.DN.001");

        AXIS.stubFor(post(urlEqualTo("/v1/auth/login?allow_anonymous=true"))
                .willReturn(aResponse().withStatus(401).withBody("Unauthorized")));
        refused(run("test", "tinh"), "auth/login: HTTP 401 Unauthorized");
        AXIS.stubFor(post(urlEqualTo("/v1/auth/login?allow_anonymous=true"))
                .willReturn(aResponse().withBody("{\"code\":200,\"data\":{\"token\":\"t\"}}")));
        refused(run("test", "tinh"), "kiểm tra --dialect và --address: https://máy, phần đứng trước /v1");
        AXIS.stubFor(get(urlEqualTo("/v1/getAgenciesList"))
                .withHeader("X-SecretKey", matching(".+"))
                .willReturn(aResponse()
                        .withHeader("Date", at(Instant.now()))
                        .withBody("{\"code\":200,\"data\":[{\"orgCode\":\"H53\",\"orgName\":\"UBND tỉnh\"}]}")));
        Outcome good = run("test", "tinh");
        assertThat(good.exit).as(good.err).isZero();
        assertThat(good.out).contains("khóa: đúng; danh mục bên đó có 1 cơ quan");

        Outcome renewed = run("secret", "tinh", "--secret-file", plain, "--username", "cong-2");
        assertThat(renewed.exit).as(renewed.err).isZero();
        assertThat(running.neighbours().find("tinh"))
                .map(Neighbour::dialect)
                .contains(new Dialect.Provincial("cong-2", "QLVB"));
        assertThat(running.neighbours().loginPassword("tinh"))
                .as("what is not given stays")
                .hasValue("mật khẩu".getBytes(StandardCharsets.UTF_8));
    }
}
