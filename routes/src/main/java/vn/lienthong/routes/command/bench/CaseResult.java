package vn.lienthong.routes.command.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What was measured of one kind of document.
 *
 * @param verifyPdf our verification of its PDF by itself
 */
record CaseResult(BenchCase document, int pdfBytes, int packetBytes, List<Round> rounds, Floor floor, Cost verifyPdf) {
    CaseResult {
        rounds = List.copyOf(rounds);
    }

    Latencies latencies() {
        return new Latencies(rounds.stream()
                .flatMapToLong(round -> Arrays.stream(round.latencyNanos()))
                .toArray());
    }

    double documentsPerSecond() {
        return median(Round::documentsPerSecond);
    }

    double gatewayMicros() {
        return median(Round::gatewayMicrosEach);
    }

    double databaseMicros() {
        return median(Round::databaseMicrosEach);
    }

    double senderMicros() {
        return median(Round::senderMicrosEach);
    }

    /** Gateway and database together over the floor, which counts both too. */
    double ratio() {
        return (gatewayMicros() + databaseMicros()) / floor.sum().cpuMicros();
    }

    /** What must be calculated to verify the PDF: its signed bytes digested, its signatures and chains checked. */
    Cost bareCrypto() {
        return floor.steps().stream()
                .filter(step -> step.part() == Floor.Part.SIGNATURES)
                .map(Floor.Step::cost)
                .reduce(Cost.NONE, Cost::plus);
    }

    private double median(ToDoubleFunction<Round> value) {
        return Median.of(rounds.stream().mapToDouble(value).toArray());
    }
}
