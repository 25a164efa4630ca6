package vn.lienthong.routes.strangers;

import jakarta.servlet.ServletRegistration;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.routes.strangers.Operation.Door;

/** Finds everything that can be asked of a running gateway, by what it serves and not by what we remember. */
record Enumerate(House house) {

    private static final String AXIS = "/XrdAdapter/adapter";

    Set<Operation> all() throws Exception {
        Set<Operation> all = new TreeSet<>(mapped());
        all.addAll(wsdl());
        // The security chain answers these itself, before any mapping.
        all.add(new Operation(Door.CONSOLE, "POST", "/login"));
        all.add(new Operation(Door.CONSOLE, "POST", "/logout"));
        return all;
    }

    private WebApplicationContext context() {
        return Objects.requireNonNull(house.part(DispatcherServlet.class).getWebApplicationContext());
    }

    /** Addresses of the servlets beside Spring's own. */
    Set<String> servlets() {
        return Objects.requireNonNull(context().getServletContext()).getServletRegistrations().values().stream()
                .map(ServletRegistration::getMappings)
                .flatMap(mappings -> mappings.stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Handlers of controllers, of the platform's own endpoints, and of files. */
    private Set<Operation> mapped() {
        ApplicationContext context = context();
        Stream<Operation> methods = context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(Enumerate::operations);
        Stream<Operation> files = context.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMap().keySet().stream())
                .map(path -> operation("GET", path));
        return Stream.concat(methods, files).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Operation> operations(RequestMappingInfo info) {
        List<String> methods = info.getMethodsCondition().getMethods().isEmpty()
                ? List.of("GET", "POST")
                : info.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .toList();
        return info.getPatternValues().stream()
                .flatMap(path -> methods.stream().map(method -> operation(method, path)));
    }

    private static Operation operation(String method, String path) {
        if (path.startsWith(AXIS)) {
            return new Operation(Door.AXIS, method, path.substring(AXIS.length()));
        }
        if (path.startsWith("/oauth2/")) {
            return new Operation(Door.TOKEN, method, path);
        }
        if (path.startsWith("/v1/")) {
            return new Operation(Door.PROVINCIAL, method, path);
        }
        return new Operation(path.startsWith("/api/") ? Door.REST : Door.CONSOLE, method, path);
    }

    /** The operations of the description that integrators are given. */
    Set<Operation> openApi() {
        JsonNode served = JsonMapper.builder().build().readTree(get("/api/v1/openapi.json"));
        Set<Operation> all = new TreeSet<>();
        served.get("paths").propertyStream().forEach(path -> path.getValue()
                .propertyStream()
                .forEach(method -> all.add(
                        new Operation(Door.REST, method.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey()))));
        return all;
    }

    private Set<Operation> wsdl() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        NodeList operations = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(get("/services/documents?wsdl").getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagNameNS("http://schemas.xmlsoap.org/wsdl/", "operation");
        Set<Operation> all = new TreeSet<>();
        for (int i = 0; i < operations.getLength(); i++) {
            all.add(new Operation(
                    Door.SOAP,
                    "POST",
                    operations.item(i).getAttributes().getNamedItem("name").getNodeValue()));
        }
        for (String file : List.of("?wsdl", "?xsd", "?sample", "?sample-status", "?sample-recall")) {
            all.add(new Operation(Door.SOAP, "GET", file));
        }
        return all;
    }

    private String get(String path) {
        return house.send(
                        house.plain(),
                        HttpRequest.newBuilder(house.services(path)).build())
                .body();
    }
}
