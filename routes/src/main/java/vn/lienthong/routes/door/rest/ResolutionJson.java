package vn.lienthong.routes.door.rest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.CodeAssignment;
import vn.lienthong.gateway.agency.Resolution;
import vn.lienthong.gateway.agency.Succession;

/** Agencies, and where codes lead, as this door writes them. */
final class ResolutionJson {

    private final AgencyDirectory directory;
    private final Instant seenFrom;

    ResolutionJson(AgencyDirectory directory, Instant seenFrom) {
        this.directory = directory;
        this.seenFrom = seenFrom;
    }

    Map<String, Object> of(Resolution resolution) {
        Map<String, Object> item = new LinkedHashMap<>();
        switch (resolution) {
            case Resolution.Resolved resolved -> {
                item.put("outcome", "resolved");
                item.put("agency", agency(resolved.agency()));
            }
            case Resolution.Succeeded succeeded -> {
                item.put("outcome", "succeeded");
                item.put("agency", agency(succeeded.successor()));
                item.put("original", agency(succeeded.original()));
                item.put("path", DossierJson.all(succeeded.path(), this::succession));
            }
            case Resolution.Split split -> {
                item.put("outcome", "split");
                item.put("original", agency(split.original()));
                item.put("candidates", DossierJson.all(split.candidates(), this::agency));
                item.put("path", DossierJson.all(split.path(), this::succession));
            }
            case Resolution.Closed closed -> {
                item.put("outcome", "closed");
                item.put("original", agency(closed.original()));
                item.put("since", closed.since().toString());
            }
            case Resolution.NotYet notYet -> {
                item.put("outcome", "not-yet");
                item.put("agency", agency(notYet.agency()));
                item.put("from", notYet.from().toString());
            }
            case Resolution.Unknown unknown -> item.put("outcome", "unknown");
        }
        return item;
    }

    Map<String, Object> agency(AgencyId id) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", id.toString());
        item.put("code", code(id));
        item.put(
                "name",
                directory
                        .agency(id, seenFrom)
                        .or(() -> directory.agency(id))
                        .map(Agency::name)
                        .orElse(""));
        item.put("superior", directory.superiorOf(id, seenFrom).map(this::code).orElse(""));
        return item;
    }

    /** The code it has, or had last. */
    private String code(AgencyId id) {
        return directory.codeOf(id, seenFrom).map(AgencyCode::text).orElseGet(() -> {
            List<CodeAssignment> history = directory.codeHistoryOf(id);
            return history.isEmpty() ? "" : history.getLast().code().text();
        });
    }

    private Map<String, Object> succession(Succession succession) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("from", agency(succession.from()));
        item.put("to", agency(succession.to()));
        item.put("kind", succession.kind().name());
        item.put("effective", succession.effective().toString());
        item.put("basis", succession.basis());
        return item;
    }
}
