package vn.lienthong.gateway.dossier.reception;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.CodeAssignment;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.Rule;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignerAgency;
import vn.lienthong.gateway.signature.SignerAgency.By;
import vn.lienthong.gateway.signature.SignerAgency.Relation;
import vn.lienthong.gateway.signature.SignerFacts;
import vn.lienthong.gateway.signature.TimeFacts;
import vn.lienthong.gateway.signature.ValidationPolicy;

/**
 * Tells of every signature whose it is: the agency that the certificate names, by its code, else by its name, as the directory
 * stood when it was signed, and how that agency stands to the document's sender. Who bears another agency's name beside no
 * proven signature of the sender's is told by a rule; that is a question of the document, and the rule has no form.
 */
public final class MatchSigners implements VerifySubmission.SignerMatching {
    private static final int LEVELS = 8;

    private final Agencies agencies;
    private final ValidationPolicy policy;
    private final Clock clock;
    private volatile @Nullable AgencyNames names;

    /** @param policy says what it means that a certificate bears another agency's name */
    public MatchSigners(Agencies agencies, ValidationPolicy policy, Clock clock) {
        this.agencies = agencies;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * The reports with the agencies of the signers.
     *
     * @param senderCode as the document writes it
     * @param at when the document was received
     */
    @Override
    public List<SignatureReport> match(String senderCode, List<SignatureReport> reports, Instant at) {
        AgencyNames known = names();
        Optional<AgencyId> sender = senderCode.isBlank()
                ? Optional.empty()
                : DecideSubmission.original(known.directory().resolve(new AgencyCode(senderCode), at, clock.instant()));
        if (sender.isEmpty()) {
            return reports;
        }
        List<SignatureReport> matched = reports.stream()
                .map(report -> report.withVerdicts(report.verdicts().stream()
                        .map(verdict -> matched(known, sender.get(), verdict))
                        .toList()))
                .toList();
        boolean ours = matched.stream().anyMatch(report -> report.verdicts().stream()
                .anyMatch(verdict -> is(verdict, Relation.SENDER) && MatchSeals.proves(report, verdict)));
        return ours ? matched : matched.stream().map(this::told).toList();
    }

    private AgencyNames names() {
        AgencyDirectory now = agencies.current();
        AgencyNames known = names;
        if (known == null || !known.directory().version().equals(now.version())) {
            known = new AgencyNames(now);
            names = known;
        }
        return known;
    }

    private static SignatureVerdict matched(AgencyNames known, AgencyId sender, SignatureVerdict verdict) {
        return verdict.facts()
                .signer()
                .map(signer -> verdict.withAgency(
                        agency(known, sender, signer, signedAt(verdict.facts().time()))))
                .orElse(verdict);
    }

    /** When it was signed: as proved, else as claimed where that is possible. */
    private static Instant signedAt(TimeFacts time) {
        return time.timestampProven()
                ? time.used()
                : time.claimed().filter(claim -> claim.isBefore(time.used())).orElse(time.used());
    }

    private static SignerAgency agency(AgencyNames known, AgencyId sender, SignerFacts signer, Instant at) {
        AgencyDirectory directory = known.directory();
        Set<AgencyId> byCode = signer.agencyCode()
                .filter(code -> !code.isBlank())
                .map(code -> holders(directory, code, at))
                .orElse(Set.of());
        By by = byCode.isEmpty() ? By.NAME : By.CODE;
        Set<AgencyId> found = byCode.isEmpty() ? known.named(written(signer), at) : byCode;
        if (found.isEmpty()) {
            return new SignerAgency(Relation.UNKNOWN, By.NOTHING, Optional.empty(), Optional.empty(), at);
        }
        Set<AgencyId> lineage = directory.lineageOf(sender);
        Optional<AgencyId> ours = found.stream().filter(lineage::contains).findFirst();
        if (ours.isPresent()) {
            return described(directory, Relation.SENDER, by, ours.get(), at);
        }
        Optional<AgencyId> kin = found.stream()
                .filter(one -> related(directory, one, lineage, at))
                .findFirst();
        if (kin.isPresent()) {
            return described(directory, Relation.RELATED, by, kin.get(), at);
        }
        // Hundreds of agencies may bear one name: then it is nobody's in particular.
        return found.size() == 1
                ? described(directory, Relation.OTHER, by, found.iterator().next(), at)
                : new SignerAgency(Relation.UNKNOWN, by, Optional.empty(), Optional.empty(), at);
    }

    private static SignerAgency described(
            AgencyDirectory directory, Relation relation, By by, AgencyId agency, Instant at) {
        return new SignerAgency(
                relation,
                by,
                directory.codeOf(agency, at).map(AgencyCode::text),
                directory.agency(agency, at).map(Agency::name),
                at);
    }

    /** Whom the code named then; where nobody, whom it ever named: certificates outlive reorganisations. */
    private static Set<AgencyId> holders(AgencyDirectory directory, String code, Instant at) {
        AgencyCode written = new AgencyCode(code);
        return directory.holderOf(written, at).map(Set::of).orElseGet(() -> directory.historyOf(written).stream()
                .map(CodeAssignment::agency)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static List<String> written(SignerFacts signer) {
        List<String> names = new ArrayList<>(List.of(signer.organisation()));
        names.addAll(signer.units());
        names.add(signer.commonName());
        return names.stream().filter(name -> !name.isBlank()).toList();
    }

    private static boolean related(AgencyDirectory directory, AgencyId one, Set<AgencyId> lineage, Instant at) {
        return above(directory, one, at).stream().anyMatch(lineage::contains)
                || lineage.stream().anyMatch(ours -> above(directory, ours, at).contains(one));
    }

    private static Set<AgencyId> above(AgencyDirectory directory, AgencyId agency, Instant at) {
        Set<AgencyId> above = new LinkedHashSet<>();
        Optional<AgencyId> next = directory.superiorOf(agency, at);
        while (next.isPresent() && above.size() < LEVELS && above.add(next.get())) {
            next = directory.superiorOf(next.get(), at);
        }
        return above;
    }

    private SignatureReport told(SignatureReport report) {
        return report.withVerdicts(report.verdicts().stream()
                .map(verdict -> named(verdict) ? told(report.subject(), verdict) : verdict)
                .toList());
    }

    /** Of another's code the reception tells by itself: such a document is held. */
    private static boolean named(SignatureVerdict verdict) {
        return is(verdict, Relation.OTHER)
                && verdict.facts().agency().filter(one -> one.by() == By.NAME).isPresent();
    }

    private static boolean is(SignatureVerdict verdict, Relation relation) {
        return verdict.facts()
                .agency()
                .filter(one -> one.relation() == relation)
                .isPresent();
    }

    private SignatureVerdict told(String subject, SignatureVerdict verdict) {
        String where = subject + " " + verdict.facts().field();
        String text = "chứng thư mang tên: "
                + verdict.facts().agency().flatMap(SignerAgency::name).orElse("")
                + " (expected: tên nơi gửi, hoặc cơ quan cấp trên, cấp dưới của nơi gửi)";
        ErrorCode code = ErrorCode.SIGNER_NOT_OF_SENDER;
        Optional<String> branch = verdict.facts().signer().flatMap(SignerFacts::branch);
        return switch (policy.level(Rule.SIGNER_AGENCY, branch)) {
            case FAIL -> verdict.objected(Finding.warning(code, where, text));
            case WARN -> verdict.with(Finding.warning(code, where, text));
            case INFORM -> verdict.with(Finding.information(code, where, text));
            case IGNORE -> verdict;
        };
    }
}
