package vn.lienthong.routes.command.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The results as a table, row by row as they are measured, and whole at the end. */
final class BenchText {
    private final PrintWriter out;

    BenchText(PrintWriter out) {
        this.out = out;
    }

    /** What is being done. */
    void say(String what) {
        line("  … %s", what);
        out.flush();
    }

    /** The heads of the columns. Rows follow as they are measured. */
    void begin(BenchPlan plan) {
        line("");
        line(
                "%d nhân, Java %s, %s %s; %d luồng gửi; trung vị của %d lượt.",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                plan.threads(),
                plan.rounds());
        line("Máy gửi, cổng và PostgreSQL dùng chung máy này: số tuyệt đối dao động theo tải, hãy so tỷ lệ.");
        heads();
        out.flush();
    }

    /** Everything once more, in one table, and how it comes about. */
    void end(BenchPlan plan, List<CaseResult> results) {
        heads();
        results.forEach(this::row);
        results.forEach(this::floor);
        line("");
        line(
                "Tỷ lệ = (CPU cổng + CPU CSDL) / CPU sàn. Sàn gồm cả việc kiểm chuỗi chứng thư, tuy cổng nhớ chuỗi đã kiểm.");
        line("p99 của ít hơn 100 văn bản là giá trị lớn nhất.");
        spread(results);
        int missing = plan.cases().size() - results.size();
        if (missing > 0) {
            line(
                    "Không đo %d cỡ cuối: quá %d giây (--limit).",
                    missing, plan.limit().toSeconds());
        }
        out.flush();
    }

    private void heads() {
        line("");
        line("Qua cửa trục (sendEdoc), CPU tính bằng ms cho mỗi văn bản:");
        line(
                "%10s %7s %9s %9s %8s %8s %9s %9s %9s %7s %9s",
                "PDF",
                "chữ ký",
                "gói tin",
                "vb/giây",
                "p50 ms",
                "p99 ms",
                "CPU cổng",
                "CPU CSDL",
                "CPU sàn",
                "tỷ lệ",
                "(máy gửi)");
    }

    void row(CaseResult one) {
        Latencies latencies = one.latencies();
        line(
                "%10s %7d %9s %9.1f %8.1f %8.1f %9.2f %9.2f %9.2f %7.1f %9.2f",
                ByteSize.text(one.pdfBytes()),
                one.document().signatures(),
                ByteSize.text(one.packetBytes()),
                one.documentsPerSecond(),
                latencies.millisAt(0.5),
                latencies.millisAt(0.99),
                one.gatewayMicros() / 1e3,
                one.databaseMicros() / 1e3,
                one.floor().sum().cpuMicros() / 1e3,
                one.ratio(),
                one.senderMicros() / 1e3);
        out.flush();
    }

    private void floor(CaseResult one) {
        line("");
        line(
                "Sàn của văn bản %s, %d chữ ký (một luồng, từng việc riêng):",
                ByteSize.text(one.pdfBytes()), one.document().signatures());
        line("  %-36s %4s %12s %12s", "", "lần", "µs đồng hồ", "µs CPU");
        for (Floor.Step step : one.floor().steps()) {
            cost(step.name(), step.count(), step.cost());
        }
        cost("tổng", 1, one.floor().sum());
        Cost verify = one.verifyPdf();
        Cost bare = one.bareCrypto();
        line(
                "  Kiểm chữ ký PDF riêng lẻ: %.2f ms; phép tính trần của nó: %.2f ms; tỷ lệ %.1f",
                verify.cpuMicros() / 1e3, bare.cpuMicros() / 1e3, verify.cpuMicros() / bare.cpuMicros());
    }

    private void cost(String name, int count, Cost cost) {
        line("  %-36s %4d %12.1f %12.1f", name, count, cost.wallMicros(), cost.cpuMicros());
    }

    /** How far the rounds lie apart: who reads the numbers should know. */
    private void spread(List<CaseResult> results) {
        double most = 0;
        for (CaseResult result : results) {
            double least = result.rounds().stream()
                    .mapToDouble(Round::documentsPerSecond)
                    .min()
                    .orElse(1);
            double best = result.rounds().stream()
                    .mapToDouble(Round::documentsPerSecond)
                    .max()
                    .orElse(1);
            most = Math.max(most, best / least - 1);
        }
        line("Các lượt của cùng một cỡ chênh nhau nhiều nhất %.0f%% về vb/giây.", most * 100);
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void line(String form, Object... values) {
        out.println(String.format(Locale.ROOT, form, values).stripTrailing());
    }
}
