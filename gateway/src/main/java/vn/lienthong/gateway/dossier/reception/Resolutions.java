package vn.lienthong.gateway.dossier.reception;

import java.time.Instant;
import java.util.stream.Collectors;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Resolution;

/** How a resolution is told to people, in Vietnamese, as it lies in the record. */
final class Resolutions {

    private Resolutions() {}

    static String describe(Resolution resolution, AgencyDirectory directory, Instant now) {
        return switch (resolution) {
            case Resolution.Resolved resolved -> "Đang hoạt động: " + name(directory, resolved.agency(), now);
            case Resolution.Succeeded succeeded ->
                "Kế thừa: " + name(directory, succeeded.original(), now) + " → "
                        + succeeded.path().stream()
                                .map(step -> name(directory, step.to(), now) + " (" + step.basis() + ")")
                                .collect(Collectors.joining(" → "));
            case Resolution.Split split ->
                "Chia tách, chờ quyết định: "
                        + split.candidates().stream()
                                .map(agency -> name(directory, agency, now))
                                .collect(Collectors.joining("; "));
            case Resolution.Closed closed ->
                "Đã đóng từ " + closed.since() + ": " + name(directory, closed.original(), now);
            case Resolution.NotYet notYet -> "Có hiệu lực từ " + notYet.from();
            case Resolution.Unknown unknown -> "Không có trong danh mục";
        };
    }

    private static String name(AgencyDirectory directory, AgencyId id, Instant now) {
        String name =
                directory.agency(id, now).map(Agency::name).orElse(id.value().toString());
        String code = directory.codeOf(id, now).map(AgencyCode::text).orElse("");
        return code.isEmpty() ? name : name + " [" + code + "]";
    }
}
