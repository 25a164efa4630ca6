package vn.lienthong.gateway.signature.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.Change.Kind;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.Claim;
import vn.lienthong.gateway.signature.cms.CmsException;
import vn.lienthong.gateway.signature.cms.CmsSignature;
import vn.lienthong.gateway.signature.cms.SealBytes;
import vn.lienthong.gateway.signature.key.SigningException;

/** Each kind of change, by who covers it and what the earlier signature allowed. Found wanting by mutants that no test noticed. */
class JudgeChangesTest {
    private static final SignatureField FIELD = new SignatureField("Chữ ký 1", PdfValue.Dictionary.EMPTY, 0);
    private static final CmsSignature CMS = cms();

    private static CmsSignature cms() {
        try {
            byte[] content = "văn bản".getBytes(StandardCharsets.UTF_8);
            return CmsSignature.read(new SealBytes(DevTrust.seal(Fate.GOOD)).detached(content, DevTrust.NOW));
        } catch (SigningException | CmsException fault) {
            throw new AssertionError(fault);
        }
    }

    private static SignedRange allowing(int permission) {
        return new SignedRange(FIELD, "ETSI.CAdES.detached", 1, 2, 3, CMS, Claim.NONE, permission);
    }

    private static Judgement judge(int permission, List<Change> covered, List<Change> stamped, List<Change> uncovered) {
        Judgement judgement = new Judgement("thử");
        new JudgeChanges(ValidationPolicy.standard())
                .judge(allowing(permission), covered, stamped, uncovered, Optional.empty(), judgement);
        return judgement;
    }

    private static List<Change> one(Kind kind) {
        return List.of(new Change(kind, "object 12"));
    }

    @ParameterizedTest
    @CsvSource({
        "2, VALIDATION_DATA, ''",
        "2, METADATA, ''",
        "2, SIGNATURE_ADDED, ''",
        "2, UNSEEN_FIELD_ADDED, ''",
        "2, ANNOTATION, SIG_CONSTRAINTS_FAILURE",
        "2, CONTENT, FORMAT_FAILURE",
        "3, CONTENT, FORMAT_FAILURE",
        "1, VALIDATION_DATA, ''",
        "1, METADATA, FORMAT_FAILURE",
        "1, SIGNATURE_ADDED, FORMAT_FAILURE",
        "1, UNSEEN_FIELD_ADDED, FORMAT_FAILURE",
        "1, ANNOTATION, SIG_CONSTRAINTS_FAILURE",
        "1, CONTENT, FORMAT_FAILURE"
    })
    void whatALaterSignatureCoversIsWeighedByThePolicyAndByWhatTheEarlierOneAllowed(
            int permission, Kind kind, String reason) {
        Optional<SubIndication> expected =
                reason.isEmpty() ? Optional.empty() : Optional.of(SubIndication.valueOf(reason));
        Judgement judgement = judge(permission, one(kind), List.of(), List.of());
        assertThat(judgement.reason()).isEqualTo(expected);
        if (!reason.isEmpty()) {
            assertThat(judgement.firstText())
                    .hasValueSatisfying(text -> assertThat(text).contains("object 12", kind.name()));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatOnlyTimestampsCoverStandsForNobodysContent(Kind kind) {
        boolean allowed = kind == Kind.VALIDATION_DATA || kind == Kind.UNSEEN_FIELD_ADDED;
        for (int permission : new int[] {1, 2, 3}) {
            assertThat(judge(permission, List.of(), one(kind), List.of()).reason())
                    .isEqualTo(allowed ? Optional.empty() : Optional.of(SubIndication.FORMAT_FAILURE));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatNobodyCoversFailsButForValidationData(Kind kind) {
        assertThat(judge(2, List.of(), List.of(), one(kind)).reason())
                .isEqualTo(kind == Kind.VALIDATION_DATA ? Optional.empty() : Optional.of(SubIndication.FORMAT_FAILURE));
    }

    @Test
    void nothingChangedIsNoObjection() {
        assertThat(judge(1, List.of(), List.of(), List.of()).objected()).isFalse();
    }
}
