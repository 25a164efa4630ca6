package vn.lienthong.gateway.dossier.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.AttachmentStore;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.SignatureReport;

/** Whose codes the signatures of a document bear. */
final class MatchSealsTest {
    private static final AgencyCode SENDER = new AgencyCode("G01");

    private static List<ErrorCode> told(SignatureReport... reports) {
        AgencyDirectory directory = Station.directory().directory();
        Submission submission = new Submission(
                new StoredBytes(Sha256.of(new byte[0]), 0),
                MessageKind.EDOC,
                Channel.CONSOLE,
                Caller.person("an", List.of()),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Station.NOW);
        Examination seen = Examination.of(submission, AttachmentStore.discarding())
                .resolved(Optional.of(directory.resolve(SENDER, Station.NOW, Station.NOW)), Map.of(), 1, List.of())
                .verified(List.of(reports));
        return new MatchSeals(new SketchedAgencies(directory), new MovableClock(Station.NOW))
                .match(seen).findings().stream().map(Finding::code).toList();
    }

    private static SignatureReport by(String code) {
        return MatchSignersTest.signed("thu.pdf", Integrity.INTACT, PathStatus.TRUSTED, code);
    }

    @Test
    void anothersSealIsToldWhereTheSendersIsNotBesideIt() {
        assertThat(told(by("G01"))).isEmpty();
        assertThat(told(by(""))).isEmpty();
        assertThat(told(by("G02"))).containsExactly(ErrorCode.SIGNATURE_NOT_SENDERS);
        assertThat(told(by("G02"), by("G01"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "thu.pdf, INTACT, UNTRUSTED",
        "thu.pdf, INTACT, CONSTRAINTS_BROKEN",
        "thu.pdf, SIGNATURE_WRONG, TRUSTED",
        "thu.pdf, CONTENT_CHANGED, TRUSTED",
        "thu.pdf, NOT_CHECKED, NOT_CHECKED",
        "envelope, INTACT, TRUSTED"
    })
    void aCodeThatNobodyProvedIsNotTheSenders(String subject, Integrity integrity, PathStatus path) {
        SignatureReport pretended = MatchSignersTest.signed(subject, integrity, path, "G01");
        assertThat(told(by("G02"), pretended)).containsExactly(ErrorCode.SIGNATURE_NOT_SENDERS);
    }
}
