package vn.lienthong.routes.door.provincial;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.PlatformAgencies;
import vn.lienthong.routes.door.PlatformKind;
import vn.lienthong.routes.door.PlatformPeriod;
import vn.lienthong.routes.door.PlatformState;
import vn.lienthong.routes.door.PlatformTime;

/** {@code syncReceivedEdocList} and {@code getAgenciesList}. */
final class ProvincialLists {

    private final CollectDocuments collecting;
    private final Agencies agencies;
    private final Clock clock;

    ProvincialLists(CollectDocuments collecting, Agencies agencies, Clock clock) {
        this.collecting = collecting;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** What waits; or what is wrong with the call. */
    List<Finding> received(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String messageType = parameter(request, "messageType").orElse("edoc");
        Optional<MessageKind> kind = PlatformKind.of(messageType);
        PlatformPeriod period = PlatformPeriod.of(parameter(request, "fromDate"), parameter(request, "toDate"));
        if (period.wrong().isPresent() || kind.isEmpty()) {
            return List.of(period.wrong().orElseGet(() -> PlatformKind.wrong("messageType", messageType)));
        }
        List<Delivery> deliveries = collecting.list(caller, kind.get(), period.from(), period.to());
        Instant now = clock.instant();
        ProvincialAnswers.list(response, deliveries.stream().map(delivery -> line(delivery, now)));
        return List.of();
    }

    List<Finding> agencies(HttpServletResponse response) throws IOException {
        Instant now = clock.instant();
        AgencyDirectory directory = agencies.current();
        ProvincialAnswers.list(
                response, PlatformAgencies.valid(directory, now).map(agency -> line(directory, agency, now)));
        return List.of();
    }

    private static Map<String, Object> line(Delivery delivery, Instant now) {
        String status = PlatformState.of(delivery, now);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("docId", delivery.docId());
        item.put("serviceType", "eDoc");
        item.put("messageType", delivery.kind().name().toLowerCase(Locale.ROOT));
        item.put("createdTime", PlatformTime.text(delivery.createdAt()));
        item.put("updatedTime", PlatformTime.text(delivery.updatedAt()));
        item.put("from", delivery.from().text());
        item.put("to", delivery.code().text());
        item.put("status", status);
        item.put("statusDesc", PlatformState.description(status));
        return item;
    }

    private static Map<String, Object> line(AgencyDirectory directory, Agency agency, Instant now) {
        Map<String, Object> item = PlatformAgencies.usual(directory, agency, now);
        item.put("oldCode", PlatformAgencies.oldCode(directory, agency));
        item.put("orgCode", PlatformAgencies.code(directory, agency.id(), now));
        item.put("orgName", agency.name());
        item.put(
                "parentCode",
                agency.superior()
                        .map(superior -> PlatformAgencies.code(directory, superior, now))
                        .orElse(""));
        return item;
    }

    static Optional<String> parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
