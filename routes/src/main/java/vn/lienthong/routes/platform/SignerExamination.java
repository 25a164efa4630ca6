package vn.lienthong.routes.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.approval.SignerId;
import vn.lienthong.gateway.approval.SignerKey;
import vn.lienthong.gateway.approval.SignerKeys;
import vn.lienthong.gateway.signature.path.SealCertificate;

/**
 * Officers who sign: each needs an account that may, a mandate and a key, and one without the others signs nothing.
 *
 * @param keys those that are in force
 * @param refused of these, the ones that refused their secret as wrong
 * @param signers who has an account and a mandate to sign
 */
record SignerExamination(List<SignerKey> keys, Set<SignerId> refused, Set<String> signers) {
    private static final String COMMAND = "admin signer";

    static SignerExamination of(SignerKeys records, Accounts accounts, AccountMandates mandates, Instant now) {
        List<SignerKey> keys =
                records.all().stream().filter(key -> key.holdsAt(now)).toList();
        return new SignerExamination(
                keys,
                keys.stream()
                        .map(SignerKey::id)
                        .filter(id -> records.refused(id).isPresent())
                        .collect(Collectors.toUnmodifiableSet()),
                accounts.all().stream()
                        .filter(account -> account.enabled() && Right.SIGN.isFor(account.role()))
                        .map(Account::username)
                        .filter(name -> mandates.of(name).stream()
                                .anyMatch(mandate -> mandate.right() == Right.SIGN && mandate.holdsAt(now)))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** @param revoked since when a certificate is revoked; empty where nothing is known of that */
    List<Diagnosis> examine(Function<SealCertificate, Optional<Instant>> revoked, Instant now) {
        KeyExamination examination = new KeyExamination(COMMAND, revoked, now);
        List<Diagnosis> all = new ArrayList<>();
        Set<String> without = new TreeSet<>(signers);
        for (SignerKey key : keys) {
            all.add(examine(examination, key));
            without.remove(key.username());
        }
        without.forEach(name -> all.add(withoutKey(name)));
        return all;
    }

    private Diagnosis examine(KeyExamination examination, SignerKey key) {
        String what = what(key.username());
        Diagnosis itself = examination.examine(what, key, refused.contains(key.id()));
        return itself.state() == Diagnosis.State.GOOD && !signers.contains(key.username())
                ? withoutMandate(what, key)
                : itself;
    }

    private static Diagnosis withoutMandate(String what, SignerKey key) {
        return Diagnosis.doubtful(
                what,
                "có khóa nhưng không được ký cho cơ quan nào (chưa có quyền sign, tài khoản khóa hoặc không phải officer)",
                "admin user mandate grant " + key.username() + " MÃ_CƠ_QUAN sign, hoặc " + COMMAND + " end "
                        + key.id());
    }

    private static Diagnosis withoutKey(String username) {
        return Diagnosis.doubtful(
                what(username),
                "được ký nhưng chưa có khóa: văn bản trình người này không ký được",
                COMMAND + " add --user " + username + " --p12 TỆP --picture TỆP");
    }

    private static String what(String username) {
        return "khóa ký của " + username;
    }
}
