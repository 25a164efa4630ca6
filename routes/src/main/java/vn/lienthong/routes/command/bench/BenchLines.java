package vn.lienthong.routes.command.bench;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, told line by line, and at the end which goals are met; for programs the same as JSON. */
final class BenchLines implements Consumer<BenchLine> {
    private final PrintWriter out;
    private final List<BenchLine> all = new ArrayList<>();

    BenchLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(BenchLine line) {
        all.add(line);
        out.println(line.text());
        out.flush();
    }

    private List<BenchLine> goals() {
        return all.stream().filter(line -> line.goal() != BenchLine.Goal.NAMED).toList();
    }

    /** How many goals are met, and each that is not. */
    void end() {
        List<BenchLine> missed = goals().stream().filter(line -> !line.met()).toList();
        out.println("Mục tiêu đạt: " + (goals().size() - missed.size()) + "/" + goals().size());
        missed.forEach(line -> out.println("  CHƯA ĐẠT: " + line.what().strip()));
        out.flush();
    }

    /** The whole of {@code --json}. */
    record Result(
            String at, String java, int processors, int rounds, int files, int goals, int goalsMet, List<Line> lines) {}

    /** One line of it; {@code verdict} is {@code OK} or {@code MISSED}, empty where there is no goal. */
    record Line(
            String what,
            double measured,
            String unit,
            String against,
            double againstMicros,
            double ratio,
            String goal,
            double limit,
            String verdict) {}

    String json(Instant at, int rounds, int files) {
        Result result = new Result(
                at.toString(),
                Runtime.version().toString(),
                Runtime.getRuntime().availableProcessors(),
                rounds,
                files,
                goals().size(),
                (int) goals().stream().filter(BenchLine::met).count(),
                all.stream().map(BenchLines::line).toList());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(result);
    }

    private static Line line(BenchLine one) {
        return new Line(
                one.what().strip(),
                one.measured(),
                one.unit(),
                one.against(),
                one.againstMicros(),
                one.ratio(),
                one.goal().name(),
                one.limit(),
                one.goal() == BenchLine.Goal.NAMED ? "" : one.met() ? "OK" : "MISSED");
    }
}
