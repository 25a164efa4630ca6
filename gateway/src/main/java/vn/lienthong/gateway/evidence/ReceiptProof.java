package vn.lienthong.gateway.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.Facts;

/**
 * What leads from a receipt to the seal over its entry, checkable by itself: the entry, the hashes between it and the root,
 * and the seal, whose signature carries its timestamp where there is one.
 *
 * @param entry the dossier's first
 * @param path from the entry's hash to the root
 */
public record ReceiptProof(Entry entry, List<MerkleTree.Step> path, Seal seal) {

    /** The attribute beside the receipt's signature that holds this as JSON, an octet string. */
    public static final String ATTRIBUTE = "2.25.176426693520991808961672272980298074838";

    private static final String FORMAT = "lienthong-proof-1";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public ReceiptProof {
        path = List.copyOf(path);
    }

    String json() {
        return Facts.with("format", FORMAT)
                .and("entry", entryFacts())
                .and("path", path.stream().map(ReceiptProof::facts).toList())
                .and("seal", sealFacts())
                .json();
    }

    private Map<String, Object> entryFacts() {
        return Facts.with("dossier", entry.dossier())
                .and("sequence", entry.sequence())
                .and("at", entry.at())
                .and("event", entry.term())
                .and("actor", entry.actor())
                .and("detail", entry.detailJson())
                .and("previous", entry.previous().hex())
                .and("hash", entry.hash().hex())
                .map();
    }

    private static Map<String, Object> facts(MerkleTree.Step step) {
        return Facts.with("onTheLeft", step.onTheLeft())
                .and("sha256", step.sibling().hex())
                .map();
    }

    private Map<String, Object> sealFacts() {
        return Facts.with("format", seal.format())
                .and("at", seal.at())
                .and("entries", seal.entries())
                .and("root", seal.root().hex())
                .and("previous", seal.previous().hex())
                .and("signature", Base64.getEncoder().encodeToString(seal.signature()))
                .map();
    }

    /**
     * Reads what {@link #json} wrote.
     *
     * @throws IllegalArgumentException when it is anything else
     */
    static ReceiptProof read(byte[] json) {
        try {
            JsonNode proof = MAPPER.readTree(json);
            if (!FORMAT.equals(text(proof, "format"))) {
                throw new IllegalArgumentException("proof: " + text(proof, "format") + " (expected: " + FORMAT + ")");
            }
            List<MerkleTree.Step> path = new ArrayList<>();
            for (JsonNode step : proof.path("path")) {
                path.add(new MerkleTree.Step(
                        hash(step, "sha256"), step.path("onTheLeft").booleanValue()));
            }
            return new ReceiptProof(entry(proof.path("entry")), path, seal(proof.path("seal")));
        } catch (JacksonException | DateTimeException malformed) {
            throw new IllegalArgumentException("proof: unreadable (expected: " + FORMAT + ")", malformed);
        }
    }

    private static Entry entry(JsonNode node) {
        return new Entry(
                DossierId.of(text(node, "dossier")),
                number(node, "sequence"),
                Instant.parse(text(node, "at")),
                EvidenceEvent.ofTerm(text(node, "event")),
                text(node, "actor"),
                text(node, "detail"),
                hash(node, "previous"),
                hash(node, "hash"));
    }

    private static Seal seal(JsonNode node) {
        return new Seal(
                number(node, "format"),
                Instant.parse(text(node, "at")),
                number(node, "entries"),
                hash(node, "root"),
                hash(node, "previous"),
                Base64.getDecoder().decode(text(node, "signature")));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static int number(JsonNode node, String name) {
        if (!node.path(name).isInt()) {
            throw new IllegalArgumentException("proof: " + name + " (expected: a number)");
        }
        return node.path(name).intValue();
    }

    private static Sha256 hash(JsonNode node, String name) {
        return new Sha256(text(node, name));
    }
}
