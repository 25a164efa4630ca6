package vn.lienthong.routes.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.CodeAssignment;
import vn.lienthong.gateway.agency.DirectoryRows;
import vn.lienthong.gateway.agency.ImportPreview;
import vn.lienthong.gateway.agency.Succession;
import vn.lienthong.gateway.agency.SuccessionKind;

/**
 * A change of the directory in lines for whoever confirms it: every row of it, agencies, codes and successions alike, and
 * what the row says before.
 */
final class DirectoryLines {

    private final AgencyDirectory added;
    private final AgencyDirectory before;
    private final List<String> lines = new ArrayList<>();

    private DirectoryLines(AgencyDirectory added, AgencyDirectory before) {
        this.added = added;
        this.before = before;
    }

    /**
     * Says it.
     *
     * @param before the directory that the change is for; names what the change itself does not
     */
    static List<String> of(ImportPreview preview, AgencyDirectory before) {
        DirectoryRows fresh = preview.change().added();
        DirectoryRows dropped = preview.change().dropped();
        DirectoryLines all = new DirectoryLines(AgencyDirectory.of(0, fresh), before);
        Set<Agency> closed = new HashSet<>(preview.closed());
        all.say(
                fresh.agencies(),
                dropped.agencies(),
                row -> List.of(row.id(), row.from()),
                row -> all.agency(row, closed));
        all.say(fresh.codes(), dropped.codes(), row -> List.of(row.agency(), row.code(), row.from()), all::code);
        all.say(
                fresh.successions(),
                dropped.successions(),
                row -> List.of(row.from(), row.to(), row.effective()),
                all::succession);
        return List.copyOf(all.lines);
    }

    private <T> void say(List<T> fresh, List<T> dropped, Function<T, Object> key, Function<T, Said> saying) {
        Map<Object, T> earlier = new LinkedHashMap<>();
        dropped.forEach(row -> earlier.put(key.apply(row), row));
        for (T row : fresh) {
            Said said = saying.apply(row);
            Optional<String> was = Optional.ofNullable(earlier.remove(key.apply(row)))
                    .map(saying)
                    .map(Said::text);
            String verb = was.isPresent() ? said.again() : said.first();
            lines.add(verb + ": " + said.text()
                    + was.map(text -> "; trước đó: " + text).orElse(""));
        }
        earlier.values().forEach(row -> lines.add("bỏ: " + saying.apply(row).text()));
    }

    /**
     * A row in words.
     *
     * @param first what is done to one that was not there
     * @param again what is done to one that was
     */
    private record Said(String first, String again, String text) {}

    private Said agency(Agency agency, Set<Agency> closed) {
        String superior = agency.superior()
                .map(id -> ", trực thuộc " + name(id, agency.from()))
                .orElse("");
        String text = code(agency.id(), agency.from()) + agency.name() + stretch(agency.from(), agency.to()) + superior;
        return new Said("thêm", closed.contains(agency) ? "đóng" : "đổi", text);
    }

    private Said code(CodeAssignment row) {
        String text = row.code() + " của " + bareName(row.agency(), row.from()) + stretch(row.from(), row.to());
        return new Said("thêm mã", row.to().isPresent() ? "đóng mã" : "đổi mã", text);
    }

    private Said succession(Succession row) {
        String how = row.kind() == SuccessionKind.WHOLE ? " kế thừa toàn bộ " : " kế thừa một phần ";
        String text = name(row.to(), row.effective()) + how
                + bareName(row.from(), row.effective().minusNanos(1000)) + ", từ " + ActTimes.text(row.effective());
        return new Said("kế thừa", "đổi kế thừa", text);
    }

    private static String stretch(Instant from, Optional<Instant> to) {
        return ", từ " + ActTimes.text(from)
                + to.map(end -> " đến " + ActTimes.text(end)).orElse("");
    }

    private String name(AgencyId id, Instant at) {
        return code(id, at) + bareName(id, at);
    }

    private String bareName(AgencyId id, Instant at) {
        return added.agency(id, at)
                .or(() -> before.agency(id, at))
                .or(() -> added.agency(id))
                .or(() -> before.agency(id))
                .map(Agency::name)
                .orElseGet(id::toString);
    }

    private String code(AgencyId id, Instant at) {
        return added.codeOf(id, at)
                .or(() -> before.codeOf(id, at))
                .map(AgencyCode::text)
                .map(text -> text + " ")
                .orElse("");
    }
}
