package vn.lienthong.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Resolution;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.DocumentFacts;
import vn.lienthong.gateway.dossier.DocumentKey;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Hold;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SubIndication;

final class AdmissionTest {

    private static final Instant NOW = Instant.parse("2026-11-02T03:00:00Z");
    private static final AgencyCode CODE = new AgencyCode("H01");
    private static final AgencyId SO = Sketch.id("so");
    private static final Map<AgencyCode, Resolution> RESOLVED = Map.of(CODE, new Resolution.Resolved(CODE, SO));

    private final Admission admission = new Admission(Policy.defaults());

    /** What makes the case be met: findings, reports, resolutions. */
    private record Situation(
            List<Finding> findings, List<SignatureReport> reports, Map<AgencyCode, Resolution> resolutions) {}

    private static Situation finding(Finding finding) {
        return new Situation(List.of(finding), List.of(passed()), RESOLVED);
    }

    private static Situation report(SignatureReport report) {
        return new Situation(List.of(), List.of(report), RESOLVED);
    }

    private static Situation leading(Resolution resolution) {
        return new Situation(List.of(), List.of(passed()), Map.of(CODE, resolution));
    }

    private static SignatureReport passed() {
        return signed(SignatureVerdict.passed(SignatureFacts.unread("f1", "ETSI.CAdES.detached", NOW), List.of()));
    }

    private static SignatureReport because(SubIndication reason) {
        SignatureFacts facts = SignatureFacts.unread("f1", "ETSI.CAdES.detached", NOW);
        return signed(SignatureVerdict.because(reason, facts, List.of()));
    }

    private static SignatureReport signed(SignatureVerdict verdict) {
        return new SignatureReport("thu.pdf", Presence.SIGNED, List.of(verdict), List.of());
    }

    private static SignatureReport notChecked(String subject) {
        return SignatureReport.without(
                subject,
                Presence.NOT_CHECKED,
                Finding.warning(ErrorCode.SIGNATURE_FILE_TOO_LARGE, subject, "file: 9 (expected: at most 8)"));
    }

    private static Situation situation(PolicyCase policyCase) {
        return switch (policyCase) {
            case PACKET_INVALID -> finding(Finding.error(ErrorCode.FIELD_MISSING, "x", "x"));
            case SIGNATURE_FAILED -> report(because(SubIndication.HASH_FAILURE));
            case ATTACHMENT_DAMAGED -> finding(Finding.error(ErrorCode.ATTACHMENT_DAMAGED, "x", "x"));
            case SIGNATURE_ABSENT -> new Situation(List.of(), List.of(), RESOLVED);
            case SIGNATURE_INDETERMINATE -> report(because(SubIndication.TRY_LATER));
            case SIGNATURE_NOT_CHECKED -> report(notChecked("thu.pdf"));
            case SIGNATURE_UNTRUSTED -> report(because(SubIndication.NO_CERTIFICATE_CHAIN_FOUND));
            case SEAL_NOT_SENDERS -> finding(Finding.warning(ErrorCode.SIGNATURE_NOT_SENDERS, "x", "x"));
            case STATE_SECRET -> finding(Finding.error(ErrorCode.STATE_SECRET, "x", "x"));
            case TRACE_LOOP -> finding(Finding.warning(ErrorCode.TRACE_LOOP, "x", "x"));
            case RECIPIENT_UNKNOWN -> leading(new Resolution.Unknown(CODE));
            case RECIPIENT_CLOSED -> leading(new Resolution.Closed(CODE, SO, NOW));
            case RECIPIENT_NOT_YET -> leading(new Resolution.NotYet(CODE, SO, NOW));
            case RECIPIENT_SUCCEEDED -> leading(new Resolution.Succeeded(CODE, SO, Sketch.id("phong"), List.of()));
            case RECIPIENT_SPLIT -> leading(new Resolution.Split(CODE, SO, List.of(SO), List.of()));
            case CODE_AMBIGUOUS_IN_TIME -> finding(Finding.warning(ErrorCode.AGENCY_AMBIGUOUS_IN_TIME, "x", "x"));
            case SENDER_NOT_CALLERS -> finding(Finding.error(ErrorCode.SENDER_NOT_CALLER, "x", "x"));
        };
    }

    private Verdict decide(Situation situation, CallerKind caller, SeenBefore seen) {
        return admission.decide(situation.findings(), situation.reports(), situation.resolutions(), caller, seen);
    }

    private Verdict decide(PolicyCase policyCase, CallerKind caller) {
        return decide(situation(policyCase), caller, new SeenBefore.Never());
    }

    private static String name(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted -> accepted.marks().isEmpty() ? "accepted" : "marked";
            case Verdict.Held held -> held.by().name();
            case Verdict.Rejected rejected -> "rejected";
            case Verdict.Duplicate duplicate -> "duplicate";
        };
    }

    @ParameterizedTest
    @CsvSource({
        "PACKET_INVALID,          rejected, rejected",
        "SIGNATURE_FAILED,        rejected, RECEIVING_CLERK",
        "ATTACHMENT_DAMAGED,      rejected, RECEIVING_CLERK",
        "SIGNATURE_ABSENT,        marked,   marked",
        "SIGNATURE_INDETERMINATE, marked,   marked",
        "SIGNATURE_NOT_CHECKED,   marked,   marked",
        "SIGNATURE_UNTRUSTED,     OPERATOR, RECEIVING_CLERK",
        "SEAL_NOT_SENDERS,        OPERATOR, RECEIVING_CLERK",
        "STATE_SECRET,            rejected, QUARANTINE",
        "TRACE_LOOP,              OPERATOR, OPERATOR",
        "RECIPIENT_UNKNOWN,       rejected, OPERATOR",
        "RECIPIENT_CLOSED,        rejected, OPERATOR",
        "RECIPIENT_NOT_YET,       rejected, OPERATOR",
        "RECIPIENT_SUCCEEDED,     marked,   marked",
        "RECIPIENT_SPLIT,         accepted, accepted",
        "CODE_AMBIGUOUS_IN_TIME,  REGISTRAR, REGISTRAR",
        "SENDER_NOT_CALLERS,      rejected, rejected",
    })
    void everyRowOfThePolicyIsCarriedOut(PolicyCase policyCase, String agency, String peer) {
        assertThat(name(decide(policyCase, CallerKind.AGENCY))).isEqualTo(agency);
        assertThat(name(decide(policyCase, CallerKind.PEER))).isEqualTo(peer);
    }

    @Test
    void everyCaseHasARowInThisTest() {
        for (PolicyCase policyCase : PolicyCase.values()) {
            assertThat(situation(policyCase).findings()).isNotNull();
            assertThat(decide(policyCase, CallerKind.PEER)).isNotNull();
        }
    }

    @Test
    void aPassedSignatureAndAKnownRecipientLeaveNoMark() {
        Verdict verdict = decide(report(passed()), CallerKind.AGENCY, new SeenBefore.Never());
        assertThat(verdict).isEqualTo(new Verdict.Accepted(Set.of(), Map.of(CODE, new RecipientDecision.Deliver(SO))));
    }

    @Test
    void theWorstActionWinsWhateverTheOrder() {
        List<Finding> findings = new ArrayList<>(List.of(
                Finding.warning(ErrorCode.AGENCY_AMBIGUOUS_IN_TIME, "a", "a"),
                Finding.error(ErrorCode.STATE_SECRET, "b", "b"),
                Finding.warning(ErrorCode.SIGNATURE_NOT_SENDERS, "c", "c")));
        for (int turn = 0; turn < findings.size(); turn++) {
            findings.add(findings.removeFirst());
            Situation all = new Situation(findings, List.of(passed()), RESOLVED);
            assertThat(name(decide(all, CallerKind.PEER, new SeenBefore.Never())))
                    .isEqualTo("QUARANTINE");
        }
    }

    @Test
    void brokenIsNotUnsigned() {
        Situation broken = report(SignatureReport.without("thu.pdf", Presence.BROKEN));
        assertThat(name(decide(broken, CallerKind.AGENCY, new SeenBefore.Never())))
                .isEqualTo("rejected");
    }

    private Set<Mark> marks(SignatureReport... reports) {
        Situation all = new Situation(List.of(), List.of(reports), RESOLVED);
        return ((Verdict.Accepted) decide(all, CallerKind.PEER, new SeenBefore.Never())).marks();
    }

    @Test
    void whatNobodyLookedAtIsNeitherSignedNorUnsigned() {
        assertThat(marks(notChecked("thu.pdf"))).containsExactly(Mark.NOT_CHECKED);
        assertThat(marks(passed(), notChecked("phu-luc.pdf")))
                .as("beside one that passed")
                .containsExactly(Mark.NOT_CHECKED);
        assertThat(marks(because(SubIndication.TRY_LATER), notChecked("phu-luc.pdf")))
                .containsExactlyInAnyOrder(Mark.INDETERMINATE, Mark.NOT_CHECKED);
        assertThat(marks(SignatureReport.without("thu.pdf", Presence.UNSIGNED))).containsExactly(Mark.FOR_INFORMATION);
        assertThat(marks(passed(), notChecked(SignatureReport.ENVELOPE)))
                .as("an envelope costs nothing")
                .isEmpty();
    }

    @Test
    void aPolicyMayHoldWhatNobodyLookedAt() throws IOException {
        StringBuilder table = new StringBuilder();
        for (PolicyCase policyCase : PolicyCase.values()) {
            table.append(policyCase)
                    .append(
                            policyCase == PolicyCase.SIGNATURE_NOT_CHECKED
                                    ? ",hold_operator,hold_clerk\n"
                                    : ",accept,accept\n");
        }
        Admission strict = new Admission(
                Policy.read(new ByteArrayInputStream(table.toString().getBytes(StandardCharsets.UTF_8))));
        Situation all = report(notChecked("thu.pdf"));
        Verdict verdict = strict.decide(
                all.findings(), all.reports(), all.resolutions(), CallerKind.PEER, new SeenBefore.Never());
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Held.class, held -> {
            assertThat(held.by()).isEqualTo(Hold.RECEIVING_CLERK);
            assertThat(held.reason()).contains("SIGNATURE_NOT_CHECKED").contains("at most 8");
        });
    }

    @Test
    void whatIsOnRecordGetsItsAnswerAlthoughFindingsWouldRejectIt() {
        SeenBefore same = new SeenBefore.Same(dossier());
        for (PolicyCase policyCase : PolicyCase.values()) {
            String expected = policyCase == PolicyCase.SENDER_NOT_CALLERS ? "rejected" : "duplicate";
            assertThat(name(decide(situation(policyCase), CallerKind.AGENCY, same)))
                    .as(policyCase.name())
                    .isEqualTo(expected);
        }
    }

    @Test
    void otherContentUnderOneIdIsAConflict() {
        Verdict verdict = decide(report(passed()), CallerKind.AGENCY, new SeenBefore.Different(dossier()));
        assertThat(((Verdict.Rejected) verdict).findings())
                .extracting(Finding::code)
                .containsExactly(ErrorCode.DOCUMENT_CONFLICT);
    }

    @ParameterizedTest
    @EnumSource(
            value = PolicyCase.class,
            names = {"RECIPIENT_UNKNOWN", "RECIPIENT_CLOSED", "RECIPIENT_NOT_YET"})
    void aRecipientThatLeadsNowhereWaitsForAnOperator(PolicyCase policyCase) {
        Resolution resolution = situation(policyCase).resolutions().get(CODE);
        Recipients.Outcome outcome = Recipients.judge(CODE, java.util.Objects.requireNonNull(resolution));
        assertThat(outcome.policyCase()).contains(policyCase);
        assertThat(outcome.decision()).isInstanceOf(RecipientDecision.Wait.class);
        assertThat(((RecipientDecision.Wait) outcome.decision()).by()).isEqualTo(Hold.OPERATOR);
    }

    @Test
    void aSplitRecipientWaitsForTheRegistrarAndASucceededOneIsItsSuccessor() {
        Recipients.Outcome split = Recipients.judge(CODE, new Resolution.Split(CODE, SO, List.of(SO), List.of()));
        assertThat(((RecipientDecision.Wait) split.decision()).by()).isEqualTo(Hold.REGISTRAR);
        AgencyId phong = Sketch.id("phong");
        Recipients.Outcome succeeded = Recipients.judge(CODE, new Resolution.Succeeded(CODE, SO, phong, List.of()));
        assertThat(succeeded.decision()).isEqualTo(new RecipientDecision.Deliver(phong));
        assertThat(Recipients.judge(CODE, new Resolution.Resolved(CODE, SO)).policyCase())
                .isEmpty();
    }

    private static Dossier dossier() {
        DossierId id = DossierId.of("00000000-0000-4000-8000-000000000001");
        Sha256 digest = new Sha256("a".repeat(64));
        return new Dossier(
                id,
                new DocumentKey(SO, new DocumentId("D1"), BusinessAction.NEW, "", ""),
                id,
                CODE,
                "Sở",
                "doc",
                "sys",
                Channel.AXIS,
                digest,
                new StoredBytes(digest, 1),
                DossierState.ACCEPTED,
                Set.of(Mark.SUCCEEDED),
                Optional.empty(),
                "",
                new DocumentFacts("1", "A", "Công văn", "x", Optional.of(LocalDate.EPOCH), "B", 0),
                1,
                "[]",
                "[]",
                NOW,
                List.of());
    }
}
