package vn.lienthong.routes.door.console;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lienthong.gateway.access.Role;

/** Every address of the console, tried as every role and as a stranger; security.md says the same. */
@Tag("ci")
class AccessTableTest {

    private static final Path SAID = Path.of("..", "gateway", "docs", "security.md");
    private static final String HEAD = "| who | addresses of the console |\n|---|---|\n";
    /** Of a variable in an address, with its pattern. */
    private static final String REST = "(?:[^{}]|\\{[^}]*})*}";

    private static final String NOBODYS = "00000000-0000-0000-0000-000000000000";

    @Test
    void theTableSaysWhoGetsWhere(@TempDir Path folder) throws IOException {
        try (ConsoleFixture fixture = new ConsoleFixture(folder.resolve("data"))) {
            Map<Role, PlainBrowser> people = new EnumMap<>(Role.class);
            for (Role role : Role.values()) {
                people.put(role, PlainBrowser.loggedIn(fixture.address(), role));
            }
            PlainBrowser stranger = new PlainBrowser(fixture.address());
            Map<String, String> who = new TreeMap<>();
            for (String address : addresses(fixture)) {
                who.put(address, who(address, stranger, people));
            }
            assertThat(Files.readString(SAID))
                    .as("security.md holds this table:\n%s", table(who))
                    .contains(table(who));
            assertThat(who.entrySet())
                    .as("what a stranger gets to")
                    .filteredOn(entry -> entry.getValue().equals("everybody"))
                    .extracting(Map.Entry::getKey)
                    .containsExactly(
                            "GET /invite/{token}",
                            "GET /login",
                            "GET /login/code",
                            "GET /login/set-up",
                            "GET /login/with/console",
                            "POST /invite/{token}",
                            "POST /login/code",
                            "POST /login/set-up");
        }
    }

    private static String table(Map<String, String> who) {
        return who.entrySet().stream()
                .collect(groupingBy(
                        Map.Entry::getValue, TreeMap::new, mapping(Map.Entry::getKey, toCollection(TreeSet::new))))
                .entrySet()
                .stream()
                .map(row -> "| " + row.getKey() + " | "
                        + row.getValue().stream()
                                .map(address -> "`" + address.replaceAll("\\{([a-z]+):" + REST, "{$1}") + "`")
                                .collect(joining(" "))
                        + " |\n")
                .collect(joining("", HEAD, ""));
    }

    private static String who(String address, PlainBrowser stranger, Map<Role, PlainBrowser> people) {
        stranger.get("/login");
        if (gets(stranger, address)) {
            return "everybody";
        }
        List<Role> let = people.entrySet().stream()
                .filter(person -> gets(person.getValue(), address))
                .map(Map.Entry::getKey)
                .toList();
        return let.size() == Role.values().length
                ? "whoever is logged in"
                : let.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).collect(joining(", "));
    }

    /** What the way there is: a page about something that is not there counts, a no or the login does not. */
    private static boolean gets(PlainBrowser browser, String address) {
        String path = address.substring(address.indexOf(' ') + 1)
                .replaceAll("\\{[a-z]+:([a-z]+)\\|[^}]*}", "$1")
                .replaceAll("\\{id:" + REST, "999999999")
                .replaceAll("\\{number:" + REST, "0")
                .replaceAll("\\{(?:username|token)}", "khong.co")
                .replaceAll("\\{[^}]*}", NOBODYS);
        // A page with a form: what is refused below is not refused for want of its token.
        if (address.startsWith("POST")) {
            browser.get("/login");
            browser.get("/me");
        }
        HttpResponse<String> answer =
                address.startsWith("GET") ? browser.get(path) : browser.post(path, Map.of("none", "none"));
        String to = answer.headers().firstValue("Location").orElse("");
        assertThat(answer.statusCode()).as(address).isLessThan(500);
        return answer.statusCode() != 403 && !(to.contains("/login") && !address.contains("/login"));
    }

    private static List<String> addresses(ConsoleFixture fixture) {
        List<String> all = new ArrayList<>();
        for (HandlerMapping mapping :
                Objects.requireNonNull(fixture.part(DispatcherServlet.class).getHandlerMappings())) {
            if (mapping instanceof RequestMappingHandlerMapping controllers) {
                controllers.getHandlerMethods().forEach((info, method) -> {
                    if (method.getBeanType().getPackage().equals(AccessTableTest.class.getPackage())) {
                        methods(info)
                                .forEach(verb -> info.getPatternValues().forEach(path -> all.add(verb + " " + path)));
                    }
                });
            }
        }
        return all;
    }

    private static Stream<String> methods(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream().map(Enum::name);
    }
}
