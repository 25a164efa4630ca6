package vn.lienthong.routes.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.gateway.evidence.ReceiptContent;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Message;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.signature.DocumentTimestamp;
import vn.lienthong.gateway.signature.RevocationFacts;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignerFacts;
import vn.lienthong.gateway.verification.JudgedFile;
import vn.lienthong.gateway.verification.Outcome;
import vn.lienthong.gateway.verification.ReceiptView;
import vn.lienthong.routes.platform.VerificationRules;

/**
 * The verdict as programs read it, the same for the command line and the REST door: instants in UTC, absent values left out.
 * Names and values are part of the interface and do not change.
 */
public final class VerdictJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private VerdictJson() {}

    /** One object for several files. */
    public static String write(List<JudgedFile> files, Outcome outcome, VerificationRules rules, Instant at) {
        ObjectNode all = NODES.objectNode();
        all.put("outcome", outcome.name());
        all.put("validationTime", at.toString());
        all.set("policy", policy(rules));
        ArrayNode list = all.putArray("files");
        files.forEach(file -> list.add(file(file)));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    /** Which rules files were judged by: those that are not as usual. */
    private static ObjectNode policy(VerificationRules rules) {
        ObjectNode node = NODES.objectNode();
        node.put("source", rules.source().isEmpty() ? "standard" : rules.source());
        ObjectNode levels = node.putObject("rules");
        rules.levels().forEach((rule, level) -> levels.put(rule, level.name()));
        ObjectNode ends = node.putObject("algorithmEnds");
        rules.ends().forEach(ends::put);
        return node;
    }

    /** One object for one file. */
    public static String write(JudgedFile judged, Instant at) {
        ObjectNode all = NODES.objectNode();
        all.put("validationTime", at.toString());
        all.setAll(file(judged));
        return MAPPER.writeValueAsString(all);
    }

    private static ObjectNode file(JudgedFile judged) {
        ObjectNode node = NODES.objectNode();
        node.put("file", judged.name());
        node.put("kind", judged.kind().name());
        node.put("outcome", judged.outcome().name());
        judged.message().ifPresent(message -> node.set("packet", packet(message)));
        judged.receipt().ifPresent(receipt -> node.set("receipt", receipt(receipt)));
        node.set("findings", findings(judged.findings()));
        ArrayNode reports = node.putArray("reports");
        judged.reports().forEach(report -> reports.add(report(report)));
        return node;
    }

    private static ObjectNode receipt(ReceiptView receipt) {
        ReceiptContent content = receipt.content();
        ObjectNode node = NODES.objectNode();
        node.put("dossier", content.dossier());
        node.put("documentId", content.documentId());
        node.put("sender", content.sender());
        node.put("senderDocId", content.senderDocId());
        node.put("receivedAt", content.receivedAt().toString());
        node.put("bytesSha256", content.bytes().hex());
        node.put("contentSha256", content.content().hex());
        node.put("entrySha256", content.entry().hex());
        receipt.document().ifPresent(match -> node.put("document", match.name()));
        receipt.seal().ifPresent(seal -> node.putObject("seal")
                .put("at", seal.at().toString())
                .put("entries", seal.entries())
                .put("root", seal.root().hex()));
        return node;
    }

    private static ObjectNode packet(Message message) {
        ObjectNode node = NODES.objectNode();
        node.put("from", message.from().organId());
        node.put("fromName", message.from().organName());
        if (message instanceof Packet packet) {
            node.put("documentId", packet.documentId().value());
            node.put("code", packet.code().full());
            node.put("subject", packet.subject());
        }
        return node;
    }

    private static ObjectNode report(SignatureReport report) {
        ObjectNode node = NODES.objectNode();
        node.put("subject", report.subject());
        node.put("presence", report.presence().name());
        node.put("indication", report.overall().name());
        node.set("findings", findings(report.findings()));
        ArrayNode signatures = node.putArray("signatures");
        report.verdicts().forEach(verdict -> signatures.add(signature(verdict)));
        ArrayNode timestamps = node.putArray("timestamps");
        report.timestamps().forEach(stamp -> timestamps.add(timestamp(stamp)));
        return node;
    }

    private static ObjectNode timestamp(DocumentTimestamp stamp) {
        ObjectNode node = NODES.objectNode();
        node.put("field", stamp.field());
        node.put("time", stamp.time().toString());
        stamp.authority().ifPresent(authority -> node.put("authority", authority));
        node.put("coverage", stamp.coverage().name());
        node.put("proven", stamp.proven());
        stamp.reason().ifPresent(reason -> node.put("subIndication", reason.name()));
        return node;
    }

    private static ObjectNode signature(SignatureVerdict verdict) {
        SignatureFacts facts = verdict.facts();
        ObjectNode node = NODES.objectNode();
        node.put("indication", verdict.indication().name());
        verdict.subIndication().ifPresent(reason -> node.put("subIndication", reason.name()));
        node.put("field", facts.field());
        node.put("subFilter", facts.subFilter());
        facts.signer().ifPresent(signer -> node.set("signer", signer(signer)));
        ObjectNode time = node.putObject("time");
        put(time, "claimed", facts.time().claimed());
        put(time, "timestamped", facts.time().timestamped());
        time.put("timestampProven", facts.time().timestampProven());
        time.put("used", facts.time().used().toString());
        node.put("digest", facts.algorithms().digest());
        node.put("algorithm", facts.algorithms().signature());
        node.put("keyBits", facts.algorithms().keyBits());
        node.put("integrity", facts.integrity().name());
        node.put("coverage", facts.coverage().name());
        node.put("path", facts.path().name());
        node.set("revocation", revocation(facts.revocation()));
        ArrayNode changes = node.putArray("changesAfter");
        facts.changesAfter()
                .forEach(change ->
                        changes.addObject().put("kind", change.kind().name()).put("where", change.where()));
        node.set("findings", findings(verdict.findings()));
        return node;
    }

    private static ObjectNode revocation(RevocationFacts facts) {
        ObjectNode node = NODES.objectNode();
        node.put("status", facts.status().name());
        put(node, "revokedAt", facts.revokedAt());
        put(node, "invalidFrom", facts.invalidFrom());
        facts.reason().ifPresent(reason -> node.put("reason", reason));
        node.put("source", facts.source());
        put(node, "issued", facts.issued());
        facts.word().ifPresent(word -> {
            put(node, "nextUpdate", word.nextUpdate());
            node.put("issuer", word.issuer());
            node.put("answerSha256", word.digest().hex());
        });
        facts.evidence().ifPresent(digest -> node.put("evidenceSha256", digest.hex()));
        return node;
    }

    private static ObjectNode signer(SignerFacts signer) {
        ObjectNode node = NODES.objectNode();
        node.put("commonName", signer.commonName());
        node.put("organisation", signer.organisation());
        signer.agencyCode().ifPresent(code -> node.put("agencyCode", code));
        node.put("issuer", signer.issuer());
        node.put("serial", signer.serial());
        node.put("certificateSha256", signer.certificate().hex());
        node.put("validFrom", signer.validFrom().toString());
        node.put("validTo", signer.validTo().toString());
        signer.branch().ifPresent(branch -> node.put("branch", branch));
        return node;
    }

    private static ArrayNode findings(List<Finding> findings) {
        ArrayNode list = NODES.arrayNode();
        findings.forEach(finding -> list.addObject()
                .put("code", finding.code().name())
                .put("severity", finding.severity().name())
                .put("where", finding.where())
                .put("text", finding.text()));
        return list;
    }

    private static void put(ObjectNode node, String name, Optional<Instant> instant) {
        instant.ifPresent(value -> node.put(name, value.toString()));
    }
}
