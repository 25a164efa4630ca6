package vn.lienthong.certsdev;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything of a PKI that outlives the process. Credentials by slug. */
record PkiState(
        DevelopmentPki.Settings settings,
        Map<String, Credential> credentials,
        Map<Holder, DevIdentity> identities,
        List<Revocation> revocations) {

    /** One serial taken back by one authority. */
    record Revocation(String authority, BigInteger serial, Instant at) {}

    static PkiState of(
            DevelopmentPki.Settings settings,
            Map<String, Credential> credentials,
            Map<Holder, DevIdentity> identities,
            Stream<Authority> authorities) {
        List<Revocation> revocations = authorities
                .flatMap(authority -> authority.revocations().entrySet().stream()
                        .map(one -> new Revocation(authority.slug(), one.getKey(), one.getValue())))
                .toList();
        return new PkiState(settings, Map.copyOf(credentials), Map.copyOf(identities), revocations);
    }
}
