package vn.lienthong.routes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.RevocationFacts;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignerFacts;
import vn.lienthong.gateway.signature.TimeFacts;

/** Says of one signature who signed, and answers each question about it by a sentence. */
final class TellSignature {
    private final Texts texts;

    TellSignature(Texts texts) {
        this.texts = texts;
    }

    Told.Signature tell(int number, SignatureVerdict verdict) {
        SignatureFacts facts = verdict.facts();
        String who = facts.signer().map(TellSignature::name).orElseGet(() -> texts.say("tell.who.nobody"));
        List<String> sentences = new ArrayList<>();
        verdict.subIndication().ifPresent(reason -> sentences.add(texts.word("tell.because", reason)));
        sentences.add(who(facts.signer()));
        sentences.add(when(facts.time()));
        sentences.add(texts.word("tell.integrity", facts.integrity()));
        sentences.add(texts.word("tell.coverage", facts.coverage()));
        sentences.add(path(facts));
        if (facts.path() != PathStatus.NOT_CHECKED || facts.revocation().status() != RevocationFacts.Status.UNKNOWN) {
            sentences.add(revocation(facts.revocation()));
            sentences.addAll(doubt(facts.revocation()));
        }
        sentences.addAll(changes(facts.changesAfter()));
        return new Told.Signature(
                texts.word("tell.signature", verdict.indication(), Integer.toString(number), who),
                tone(verdict.indication()),
                sentences);
    }

    static Told.Tone tone(Indication indication) {
        return switch (indication) {
            case TOTAL_PASSED -> Told.Tone.GOOD;
            case INDETERMINATE -> Told.Tone.DOUBT;
            case TOTAL_FAILED -> Told.Tone.BAD;
        };
    }

    private static String name(SignerFacts signer) {
        return signer.commonName().isBlank() ? signer.organisation() : signer.commonName();
    }

    private String who(Optional<SignerFacts> known) {
        if (known.isEmpty()) {
            return texts.say("tell.who.unknown");
        }
        SignerFacts signer = known.get();
        String agency = signer.organisation().isBlank() ? name(signer) : signer.organisation();
        return signer.agencyCode()
                .map(code -> texts.say("tell.who.code", name(signer), agency, code))
                .orElseGet(() -> texts.say("tell.who.agency", name(signer), agency));
    }

    private String when(TimeFacts time) {
        if (time.timestamped().isPresent()) {
            return texts.say(
                    time.timestampProven() ? "tell.time.proven" : "tell.time.unproven",
                    Texts.time(time.timestamped().get()));
        }
        return time.claimed()
                .map(claimed -> texts.say("tell.time.claimed", Texts.time(claimed)))
                .orElseGet(() -> texts.say("tell.time.none"));
    }

    private String path(SignatureFacts facts) {
        String branch = facts.signer()
                .flatMap(SignerFacts::branch)
                .map(name -> texts.perhaps("branch", name))
                .orElse("");
        return facts.path() == PathStatus.TRUSTED && !branch.isEmpty()
                ? texts.say("tell.path.branch", branch)
                : texts.word("tell.path", facts.path());
    }

    private String revocation(RevocationFacts facts) {
        return switch (facts.status()) {
            case GOOD ->
                facts.issued()
                        .map(issued -> texts.say("tell.revocation.as-of", Texts.time(issued)))
                        .orElseGet(() -> texts.word("tell.revocation", facts.status()));
            case REVOKED ->
                facts.revokedAt()
                        .map(at -> texts.say("tell.revocation.since", Texts.time(at)))
                        .orElseGet(() -> texts.word("tell.revocation", facts.status()));
            case UNKNOWN -> texts.word("tell.revocation", facts.status());
        };
    }

    /** Since when the key is in doubt, and why it was revoked, where the authority says so. */
    private List<String> doubt(RevocationFacts facts) {
        List<String> more = new ArrayList<>();
        facts.reason()
                .map(reason -> texts.perhaps("tell.revocation.reason", reason))
                .filter(said -> !said.equals(facts.reason().orElseThrow()))
                .ifPresent(more::add);
        facts.invalidFrom().ifPresent(from -> more.add(texts.say("tell.revocation.doubt", Texts.time(from))));
        return more;
    }

    private List<String> changes(List<Change> changes) {
        if (changes.isEmpty()) {
            return List.of(texts.say("tell.change.none"));
        }
        return changes.stream()
                .map(Change::kind)
                .distinct()
                .map(kind -> texts.word("tell.change", kind, count(changes, kind)))
                .toList();
    }

    private static String count(List<Change> changes, Change.Kind kind) {
        return Long.toString(changes.stream().filter(one -> one.kind() == kind).count());
    }
}
