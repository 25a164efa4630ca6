package vn.lienthong.routes.door.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.gateway.finding.ErrorCatalogue;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** What an integrator reads before it is known here: the description of this door, and every error. */
@RestController
@RequestMapping(RestPaths.BASE)
final class CatalogueResource {

    @GetMapping("/openapi.json")
    void description(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-cache");
        try (InputStream in =
                Objects.requireNonNull(CatalogueResource.class.getResourceAsStream("/api/openapi.json"))) {
            in.transferTo(response.getOutputStream());
        }
    }

    @GetMapping("/docs")
    void page(HttpServletResponse response) throws IOException {
        response.sendRedirect(RestPaths.BASE + "/docs/index.html");
    }

    /** A page to a browser, JSON to everybody else. */
    @GetMapping("/errors")
    void errors(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Vary", "Accept");
        if (isBrowser(request)) {
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(ErrorPage.html().getBytes(StandardCharsets.UTF_8));
            return;
        }
        List<Map<String, Object>> all =
                ErrorCatalogue.all().stream().map(CatalogueResource::error).toList();
        write(response, Map.of("items", all));
    }

    @GetMapping("/errors/{code}")
    void error(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ErrorCatalogue.Explained> known = ErrorCatalogue.all().stream()
                .filter(one -> one.code().name().equals(code))
                .findFirst();
        if (known.isPresent() && isBrowser(request)) {
            response.sendRedirect(RestPaths.BASE + "/errors#" + known.get().code());
        } else if (known.isPresent()) {
            write(response, error(known.get()));
        } else {
            String text = "code: " + code + " (expected: một mã của " + RestPaths.BASE + "/errors)";
            Problems.write(response, List.of(Finding.error(ErrorCode.NOT_FOUND, request.getRequestURI(), text)));
        }
    }

    private static boolean isBrowser(HttpServletRequest request) {
        String accepted = request.getHeader("Accept");
        return accepted != null && accepted.contains("text/html");
    }

    private static Map<String, Object> error(ErrorCatalogue.Explained explained) {
        ErrorCode code = explained.code();
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("code", code.name());
        item.put("type", Problems.type(code));
        item.put("title", code.vietnamese());
        item.put("status", RestStatus.of(code));
        item.put("cause", explained.cause());
        item.put("remedy", explained.remedy());
        item.put("clause", code.clause());
        return item;
    }

    private static void write(HttpServletResponse response, Map<String, Object> body) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write(RestJson.write(body).getBytes(StandardCharsets.UTF_8));
    }
}
