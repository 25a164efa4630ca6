package vn.lienthong.routes.door.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.delivery.DeliverySettings;

/** The directory: where a code leads, as read on a date, and who is there. */
@RestController
@RequestMapping(RestPaths.BASE + "/agencies")
final class AgenciesResource {

    private final RestCalls calls;
    private final Agencies agencies;
    private final DeliverySettings settings;
    private final Clock clock;

    AgenciesResource(RestCalls calls, Agencies agencies, DeliverySettings settings, Clock clock) {
        this.calls = calls;
        this.agencies = agencies;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/{code}")
    void resolve(@PathVariable String code, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        calls.call(request, response, caller -> {
            Optional<RestAnswer> unknown = Page.unknown(request, "at");
            if (unknown.isPresent()) {
                return unknown.get();
            }
            Instant now = clock.instant();
            Optional<Instant> at = Optional.ofNullable(request.getParameter("at"))
                    .map(Moment::of)
                    .orElse(Optional.of(now));
            if (at.isEmpty()) {
                return Page.malformed(request, "at", Moment.FORM);
            }
            if (code.isBlank()) {
                return RestAnswer.notFound("code", code);
            }
            // A date that lies ahead is looked at from there, so that plans can be tried.
            Instant seenFrom = at.get().isAfter(now) ? at.get() : now;
            AgencyDirectory directory = agencies.current();
            ResolutionJson json = new ResolutionJson(directory, seenFrom);
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("code", code);
            body.put("at", at.get().toString());
            body.put("directoryVersion", directory.version().number());
            directory
                    .holderOf(new AgencyCode(code), at.get())
                    .ifPresent(holder -> body.put("then", new ResolutionJson(directory, at.get()).agency(holder)));
            body.putAll(json.of(directory.resolve(new AgencyCode(code), at.get(), seenFrom)));
            return RestAnswer.ok(body);
        });
    }

    @GetMapping
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        calls.call(request, response, caller -> {
            Optional<Integer> limit = Page.limit(request, settings.listLimit());
            Optional<RestAnswer> unknown = Page.unknown(request, "query", "cursor", "limit");
            if (unknown.isPresent()) {
                return unknown.get();
            }
            if (limit.isEmpty()) {
                return Page.malformed(request, "limit", "một số nguyên dương");
            }
            Instant now = clock.instant();
            AgencyDirectory directory = agencies.current();
            String cursor = Optional.ofNullable(request.getParameter("cursor")).orElse("");
            String query = Optional.ofNullable(request.getParameter("query")).orElse("");
            List<Line> lines = (query.isBlank() ? directory.agenciesAt(now) : directory.search(query, now))
                    .stream()
                            .flatMap(agency -> directory.codeOf(agency.id(), now).stream()
                                    .map(code -> new Line(code.text(), agency)))
                            .filter(line -> line.code().compareTo(cursor) > 0)
                            .sorted(Comparator.comparing(Line::code))
                            .toList();
            ResolutionJson json = new ResolutionJson(directory, now);
            List<Line> page = lines.subList(0, Math.min(limit.get(), lines.size()));
            return Page.of(
                    DossierJson.all(page, line -> json.agency(line.agency().id())),
                    page.size() < lines.size() ? Optional.of(page.getLast().code()) : Optional.empty());
        });
    }

    private record Line(String code, Agency agency) {}
}
