package vn.lienthong.routes.platform;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import vn.lienthong.gateway.access.CarryOut;
import vn.lienthong.gateway.access.DecideRegistration;
import vn.lienthong.gateway.access.ProposedAct;
import vn.lienthong.gateway.access.TrustDecisions;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.DirectoryInconsistentException;
import vn.lienthong.gateway.agency.DirectoryMovedException;
import vn.lienthong.gateway.agency.ImportAgencies;
import vn.lienthong.gateway.agency.ImportPreview;

/** Does acts that need two people: on record for the trust folder of every node, or in the directory. */
final class CarryOutActs implements CarryOut {

    private final TrustActs trust;
    private final TrustDecisions decisions;
    private final TakeUpTrust taking;
    private final Supplier<Agencies> agencies;
    private final Supplier<DecideRegistration> deciding;
    private final Clock clock;

    CarryOutActs(
            Path trustFolder,
            TrustDecisions decisions,
            Supplier<Agencies> agencies,
            Supplier<DecideRegistration> deciding,
            Clock clock) {
        this.decisions = decisions;
        this.taking = new TakeUpTrust(trustFolder, decisions);
        this.trust = new TrustActs(trustFolder);
        this.agencies = agencies;
        this.deciding = deciding;
        this.clock = clock;
    }

    @Override
    public Preview preview(ProposedAct act) {
        return switch (act) {
            case ProposedAct.AddTrust add -> trust.preview(add);
            case ProposedAct.RemoveTrust remove -> trust.preview(remove);
            case ProposedAct.ImportTable table -> shown(of(table, ""));
            case ProposedAct.CloseAgency closing -> shown(deciding.get().preview(closing.terms(), ""));
        };
    }

    @Override
    public List<String> carryOut(ProposedAct act, long seen, String actors, String reason, Runnable besides) {
        String recorded = reason + " (" + actors + ")";
        try {
            return switch (act) {
                case ProposedAct.AddTrust add -> trusted(add, actors, reason, besides);
                case ProposedAct.RemoveTrust remove -> trusted(remove, actors, reason, besides);
                case ProposedAct.ImportTable table -> taken(of(table, recorded), seen, besides);
                case ProposedAct.CloseAgency closing -> closed(closing, seen, actors, recorded, besides);
            };
        } catch (DirectoryMovedException moved) {
            throw new CannotCarryOut("danh mục vừa được người khác thay đổi (expected: xem lại rồi làm lại)", moved);
        } catch (DirectoryInconsistentException wrong) {
            throw new CannotCarryOut("danh mục không nhận: " + wrong.getMessage(), wrong);
        }
    }

    private List<String> trusted(ProposedAct act, String actors, String reason, Runnable besides) {
        List<String> lines = new ArrayList<>(trust.check(act));
        decisions.add(new TrustDecisions.Decided(0, act, clock.instant(), actors, reason), besides);
        String inTheWay = taking.takeUp();
        if (!inTheWay.isEmpty()) {
            lines.add("đã ghi quyết định, nhưng máy này chưa ghi được vào kho của nó: " + inTheWay);
        }
        return List.copyOf(lines);
    }

    private ImportPreview of(ProposedAct.ImportTable table, String reason) {
        Agencies directory = agencies.get();
        directory.refreshIfNewer();
        return new ImportAgencies(directory)
                .preview(table.csv().getBytes(StandardCharsets.UTF_8), clock.instant(), reason);
    }

    private List<String> taken(ImportPreview preview, long seen, Runnable besides) {
        if (preview.change().basedOn() != seen) {
            throw new DirectoryMovedException(seen, preview.change().basedOn());
        }
        long version =
                new ImportAgencies(agencies.get()).apply(preview, besides).number();
        return List.of("nạp vào danh mục, nay ở phiên bản " + version);
    }

    private List<String> closed(
            ProposedAct.CloseAgency closing, long seen, String actors, String reason, Runnable besides) {
        if (!deciding.get().approve(closing.request(), closing.terms(), seen, actors, reason, besides)) {
            throw new CannotCarryOut("yêu cầu " + closing.request() + " đã được quyết định (expected: còn chờ)");
        }
        return List.of("duyệt yêu cầu " + closing.request() + ", đóng "
                + closing.terms().code() + " từ " + closing.terms().at());
    }

    private Preview shown(ImportPreview preview) {
        List<String> problems = preview.problems().stream()
                .map(problem -> (problem.line() == 0 ? "" : "dòng " + problem.line() + ": ") + problem.text())
                .toList();
        List<String> lines = DirectoryLines.of(preview, agencies.get().current());
        return new Preview(lines, problems, preview.change().basedOn());
    }
}
