package vn.lienthong.routes.door.console;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One signature for people.
 *
 * @param indication a name of {@code Indication}
 * @param subIndication a name of {@code SubIndication}; empty when it passed
 * @param code the agency code in the certificate
 * @param aspects what was found, one question each
 */
record SignatureView(
        String indication,
        String subIndication,
        String field,
        String signer,
        String organisation,
        String code,
        List<Aspect> aspects,
        List<VerificationView.Note> notes) {

    /** How an answer is to be taken. */
    enum Tone {
        GOOD,
        DOUBT,
        BAD,
        PLAIN
    }

    /**
     * @param question names the text of the question
     * @param answer names the text of the answer under the question; empty where the detail says it all
     * @param detail facts, each as written in the record
     */
    record Aspect(String question, String answer, Tone tone, List<String> detail) {}

    static SignatureView of(JsonNode verdict) {
        JsonNode facts = verdict.path("facts");
        JsonNode signer = facts.path("signer");
        return new SignatureView(
                text(verdict, "indication"),
                text(verdict, "subIndication"),
                text(facts, "field"),
                text(signer, "commonName"),
                text(signer, "organisation"),
                text(signer, "agencyCode"),
                Stream.of(
                                integrity(facts),
                                coverage(facts),
                                path(facts, signer),
                                agency(facts.path("agency")),
                                revocation(facts.path("revocation")),
                                time(facts.path("time")),
                                changes(facts.path("changesAfter")),
                                algorithms(facts.path("algorithms")))
                        .filter(aspect -> !aspect.question().isEmpty())
                        .toList(),
                VerificationView.notes(verdict.path("findings")));
    }

    private static Aspect integrity(JsonNode facts) {
        String answer = text(facts, "integrity");
        Tone tone =
                switch (answer) {
                    case "INTACT" -> Tone.GOOD;
                    case "CONTENT_CHANGED", "SIGNATURE_WRONG" -> Tone.BAD;
                    default -> Tone.DOUBT;
                };
        return new Aspect("integrity", answer, tone, List.of());
    }

    private static Aspect coverage(JsonNode facts) {
        String answer = text(facts, "coverage");
        Tone tone =
                switch (answer) {
                    case "WHOLE_FILE", "WHOLE_REVISION" -> Tone.GOOD;
                    case "PARTIAL" -> Tone.BAD;
                    default -> Tone.DOUBT;
                };
        return new Aspect("coverage", answer, tone, List.of());
    }

    private static Aspect path(JsonNode facts, JsonNode signer) {
        String answer = text(facts, "path");
        Tone tone =
                switch (answer) {
                    case "TRUSTED" -> Tone.GOOD;
                    case "UNTRUSTED", "CONSTRAINTS_BROKEN" -> Tone.BAD;
                    default -> Tone.DOUBT;
                };
        return new Aspect("path", answer, tone, present(text(signer, "branch"), text(signer, "issuer")));
    }

    /** Whose the certificate is; nothing in records of before, when nobody looked. */
    private static Aspect agency(JsonNode agency) {
        String answer = text(agency, "relation");
        if (answer.isEmpty()) {
            return new Aspect("", "", Tone.PLAIN, List.of());
        }
        Tone tone =
                switch (answer) {
                    case "SENDER", "RELATED" -> Tone.GOOD;
                    case "OTHER" -> Tone.BAD;
                    default -> Tone.DOUBT;
                };
        return new Aspect(
                "agency", answer, tone, present(text(agency, "name"), text(agency, "code"), text(agency, "asOf")));
    }

    private static Aspect revocation(JsonNode revocation) {
        String answer = text(revocation, "status");
        JsonNode word = revocation.path("word");
        Tone tone =
                switch (answer) {
                    case "GOOD" -> Tone.GOOD;
                    case "REVOKED" -> Tone.BAD;
                    default -> Tone.DOUBT;
                };
        return new Aspect(
                "revocation",
                answer,
                tone,
                present(
                        text(revocation, "revokedAt"),
                        named("invalidityDate ", text(revocation, "invalidFrom")),
                        text(revocation, "reason"),
                        text(revocation, "source"),
                        named("thisUpdate ", text(revocation, "issued")),
                        named("nextUpdate ", text(word, "nextUpdate")),
                        kept(word.path("digest")),
                        word.isObject() ? "" : kept(revocation.path("evidence"))));
    }

    private static String named(String name, String value) {
        return value.isEmpty() ? "" : name + value;
    }

    /** The answer on record that it rests on: written as a digest, or as an object that holds it. */
    private static String kept(JsonNode evidence) {
        String digest = evidence.isObject() ? text(evidence, "hex") : evidence.asString("");
        return digest.isEmpty() ? "" : "SHA-256 " + digest;
    }

    private static Aspect time(JsonNode time) {
        String stamped = text(time, "timestamped");
        if (time.path("timestampProven").asBoolean(false)) {
            return new Aspect("time", "PROVEN", Tone.GOOD, present(stamped));
        }
        return stamped.isEmpty()
                ? new Aspect("time", "CLAIMED", Tone.DOUBT, present(text(time, "claimed")))
                : new Aspect("time", "UNPROVEN", Tone.DOUBT, present(stamped));
    }

    private static Aspect changes(JsonNode changes) {
        List<String> kinds = changes.valueStream()
                .map(change -> text(change, "kind"))
                .distinct()
                .toList();
        if (kinds.isEmpty()) {
            return new Aspect("changes", "NONE", Tone.GOOD, List.of());
        }
        String worst = Stream.of(
                        "CONTENT", "ANNOTATION", "SIGNATURE_ADDED", "UNSEEN_FIELD_ADDED", "METADATA", "VALIDATION_DATA")
                .filter(kinds::contains)
                .findFirst()
                .orElse(kinds.getFirst());
        Tone tone =
                switch (worst) {
                    case "VALIDATION_DATA", "SIGNATURE_ADDED", "UNSEEN_FIELD_ADDED" -> Tone.GOOD;
                    case "METADATA" -> Tone.PLAIN;
                    case "ANNOTATION" -> Tone.DOUBT;
                    default -> Tone.BAD;
                };
        return new Aspect(
                "changes",
                worst,
                tone,
                changes.valueStream()
                        .map(change -> text(change, "where"))
                        .limit(5)
                        .toList());
    }

    private static Aspect algorithms(JsonNode algorithms) {
        int bits = algorithms.path("keyBits").asInt(0);
        String written = Stream.of(
                        text(algorithms, "digest"), text(algorithms, "signature"), bits == 0 ? "" : bits + " bit")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return new Aspect("algorithms", "", Tone.PLAIN, present(written));
    }

    /** Empty for a member that is missing or null. */
    private static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }

    private static List<String> present(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).toList();
    }
}
