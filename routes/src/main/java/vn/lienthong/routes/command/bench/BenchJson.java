package vn.lienthong.routes.command.bench;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The results for programs: microseconds and bytes. */
final class BenchJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private BenchJson() {}

    static String write(BenchPlan plan, List<CaseResult> results, Instant at) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("at", at.toString());
        all.put("java", Runtime.version().toString());
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("threads", plan.threads());
        ArrayNode cases = all.putArray("cases");
        results.forEach(result -> write(result, cases.addObject()));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    private static void write(CaseResult one, ObjectNode node) {
        Latencies latencies = one.latencies();
        node.put("signatures", one.document().signatures());
        node.put("pdfBytes", one.pdfBytes());
        node.put("packetBytes", one.packetBytes());
        node.put("documents", latencies.count());
        node.put("documentsPerSecond", one.documentsPerSecond());
        node.put("p50Micros", latencies.millisAt(0.5) * 1e3);
        node.put("p99Micros", latencies.millisAt(0.99) * 1e3);
        node.put("gatewayCpuMicros", one.gatewayMicros());
        node.put("databaseCpuMicros", one.databaseMicros());
        node.put("senderCpuMicros", one.senderMicros());
        node.put("floorCpuMicros", one.floor().sum().cpuMicros());
        node.put("floorWallMicros", one.floor().sum().wallMicros());
        node.put("ratio", one.ratio());
        node.put("verifyPdfCpuMicros", one.verifyPdf().cpuMicros());
        node.put("bareCryptoCpuMicros", one.bareCrypto().cpuMicros());
        ArrayNode floor = node.putArray("floor");
        for (Floor.Step step : one.floor().steps()) {
            floor.addObject()
                    .put("step", step.name())
                    .put("count", step.count())
                    .put("wallMicros", step.cost().wallMicros())
                    .put("cpuMicros", step.cost().cpuMicros());
        }
        ArrayNode rounds = node.putArray("rounds");
        for (Round round : one.rounds()) {
            rounds.addObject()
                    .put("documents", round.documents())
                    .put("seconds", round.seconds())
                    .put("gatewayCpuMicros", round.gatewayMicrosEach())
                    .put("databaseCpuMicros", round.databaseMicrosEach());
        }
    }
}
