package vn.lienthong.routes.scenario;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.delivery.FolderLooks;
import vn.lienthong.routes.link.AxisClient;

/** By files alone: what a program with no other means does, and waits for. */
record ThroughFolder(Path root, String systemId, FolderLooks looks) implements Client {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public AxisClient.Answer send(String from, String messageType, List<String> to, AxisClient.File file)
            throws IOException {
        if (!to.isEmpty()) {
            throw new UnsupportedOperationException("to: " + to + " (expected: none, a file has no place for it)");
        }
        String name = UUID.randomUUID() + ".edxml";
        Path out = (messageType.equals("edoc") ? root : root.resolve("status")).resolve("out");
        Path part =
                Files.write(out.resolve(name + ".part"), file.content().get().readAllBytes());
        Files.move(part, out.resolve(name));
        Path receipt = root.resolve("sent").resolve(name + ".bien-nhan.json");
        Path findings = root.resolve("failed").resolve(name + ".loi.json");
        await().atMost(PATIENCE).until(() -> Files.exists(receipt) || Files.exists(findings));
        if (Files.exists(findings)) {
            return answer("FAIL", Files.readString(findings), MAPPER.createObjectNode());
        }
        JsonNode said = MAPPER.readTree(Files.readString(receipt));
        return answer(
                "OK",
                "",
                MAPPER.createObjectNode().put("DocId", said.get("docId").asString()));
    }

    private static AxisClient.Answer answer(String status, String description, JsonNode body) {
        return new AxisClient.Answer(status, "", description, body, Optional.empty());
    }

    @Override
    public List<Map<String, String>> received(String messageType) throws IOException {
        awaitLook();
        Path in = (messageType.equals("edoc") ? root : root.resolve("status")).resolve("in");
        try (Stream<Path> files = Files.list(in)) {
            return files.sorted(Comparator.comparing(ThroughFolder::putAt))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .map(name -> Map.of("docId", name.replace(".edxml", "")))
                    .toList();
        }
    }

    private static Instant putAt(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A look that began after now has ended: the second one that ends. */
    private void awaitLook() {
        for (int look = 0; look < 2; look++) {
            Optional<Instant> before = looks.find(systemId).orElseThrow().lookedAt();
            await().atMost(PATIENCE)
                    .until(() -> !looks.find(systemId).orElseThrow().lookedAt().equals(before));
        }
    }

    @Override
    public AxisClient.Answer get(String docId) throws IOException {
        byte[] content = Files.readAllBytes(file(docId));
        return answer(
                "OK",
                "",
                MAPPER.createObjectNode().put("data", Base64.getEncoder().encodeToString(content)));
    }

    private Path file(String docId) {
        Path document = root.resolve("in").resolve(docId + ".edxml");
        return Files.exists(document)
                ? document
                : root.resolve("status").resolve("in").resolve(docId + ".edxml");
    }

    @Override
    public AxisClient.Download download(String docId) throws IOException {
        byte[] content = Files.readAllBytes(file(docId));
        return new AxisClient.Download(new ByteArrayInputStream(content), content.length, Optional.empty());
    }

    @Override
    public AxisClient.Answer report(String docId, String status) throws IOException {
        if (!status.equals("done")) {
            throw new UnsupportedOperationException("status: " + status + " (expected: done, by taking the file away)");
        }
        Files.delete(file(docId));
        awaitLook();
        return answer("OK", "", MAPPER.createObjectNode());
    }
}
