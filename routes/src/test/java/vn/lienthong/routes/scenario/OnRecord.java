package vn.lienthong.routes.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.Transaction;
import vn.lienthong.gateway.evidence.Entry;

/**
 * The dossiers that a scenario leaves: of each paper its state, its copies, and how often each event is entered. What is expected
 * lies beside the scenarios in {@code dossiers/}, one file for all doors.
 */
record OnRecord(Desk desk, World.Doorway door) {

    /** Of the papers that were answered, by name. */
    void check(Path scenario, Map<String, String> docIds) throws IOException {
        String found = new TreeMap<>(docIds)
                .entrySet().stream()
                        .map(paper -> desk.look(transaction -> dossier(
                                transaction,
                                paper.getKey(),
                                transaction
                                        .dossiers()
                                        .findSent(paper.getValue())
                                        .orElseThrow())))
                        .collect(Collectors.joining());
        String name = scenario.getFileName().toString().replace(".scenario", ".txt");
        Path seen = Files.createDirectories(Path.of("target", "dossiers", door.name()))
                .resolve(name);
        Files.writeString(seen, found);
        Path expected = scenario.resolveSibling("../dossiers/" + name);
        assertThat(expected).as("what %s leaves; seen: %s", scenario, seen).exists();
        assertThat(found).as("dossiers of %s", name).isEqualTo(Files.readString(expected));
    }

    private static String dossier(Transaction transaction, String name, Dossier dossier) {
        Stream<String> copies = transaction.deliveries().of(dossier.id()).stream()
                .sorted(Comparator.comparing(Delivery::kind)
                        .thenComparing(delivery -> delivery.code().text())
                        .thenComparing(Delivery::createdAt))
                .map(copy -> copy.kind() + " to " + copy.code() + " " + copy.state());
        Stream<String> events = transaction.entries().of(dossier.id()).stream()
                .map(Entry::event)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(event -> event.getKey() + " " + event.getValue());
        return Stream.concat(copies, events)
                .map(line -> "  " + line + "\n")
                .collect(Collectors.joining("", name + " " + dossier.state() + "\n", ""));
    }
}
