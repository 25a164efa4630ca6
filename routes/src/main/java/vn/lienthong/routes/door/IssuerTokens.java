package vn.lienthong.routes.door;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of an issuer that is not us (RFC 9068 §4): signed by a key of its set with RS256, PS256 or ES256 and nothing else, for us,
 * and in force. What a token says counts no further than which client it is of: what that may do is our record's to say.
 */
public final class IssuerTokens {

    /** Longer texts are not looked into. */
    private static final int LONGEST_CHARS = 8_000;

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final Terms terms;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /**
     * Tokens of an issuer.
     *
     * @param retriever fetches its keys
     */
    public IssuerTokens(Terms terms, URL keys, ResourceRetriever retriever, Clock clock) {
        this.terms = terms;
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys(terms, keys, retriever)));
        processor.setJWTClaimsSetVerifier(new Claims(terms, clock));
    }

    /**
     * What is expected of tokens.
     *
     * @param issuer as in {@code iss}
     * @param audience one of {@code aud}: us
     * @param clientClaim says which client it is
     * @param skew how far the issuer's clock may be from ours
     * @param keysFor how long its keys are used before they are fetched anew
     * @param keysInOutage how long they are used when that fails
     * @param fetchTime the longest one fetch may take
     * @param fetchEvery the shortest time between two fetches, as an unknown key asks for one
     */
    public record Terms(
            URI issuer,
            String audience,
            String clientClaim,
            Duration skew,
            Duration keysFor,
            Duration keysInOutage,
            Duration fetchTime,
            Duration fetchEvery) {}

    /** Instants come from our clock. */
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Clock clock;

        Claims(Terms terms, Clock clock) {
            super(
                    Set.of(terms.audience()),
                    new JWTClaimsSet.Builder().issuer(terms.issuer().toString()).build(),
                    Set.of("exp", terms.clientClaim()),
                    Set.of());
            this.clock = clock;
            setMaxClockSkew(Math.toIntExact(terms.skew().toSeconds()));
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }

    private static JWKSource<SecurityContext> keys(Terms terms, URL keys, ResourceRetriever retriever) {
        return JWKSourceBuilder.create(keys, retriever)
                .cache(terms.keysFor().toMillis(), terms.fetchTime().toMillis())
                .refreshAheadCache(false)
                .rateLimited(terms.fetchEvery().toMillis())
                .outageTolerant(terms.keysInOutage().toMillis())
                .build();
    }

    /** What became of a token. */
    public sealed interface Checked {

        /**
         * It is good.
         *
         * @param certificate thumbprint of the certificate that it is bound to (RFC 8705 §3.1), as in the token
         */
        record Of(String client, Optional<String> certificate) implements Checked {}

        /** It is not; why, for an operator. */
        record Wrong(String why) implements Checked {}

        /** The issuer's keys could not be fetched. */
        record Unknowable(String why) implements Checked {}
    }

    public URI issuer() {
        return terms.issuer();
    }

    /** The client that the token names, unless it is no token; nobody has checked it. */
    public Optional<String> claimed(String token) {
        try {
            return parsed(token).map(jwt -> text(jwt, terms.clientClaim()));
        } catch (ParseException notAToken) {
            return Optional.empty();
        }
    }

    private static Optional<JWTClaimsSet> parsed(String token) throws ParseException {
        return token.length() <= LONGEST_CHARS && JWTParser.parse(token) instanceof SignedJWT signed
                ? Optional.ofNullable(signed.getJWTClaimsSet())
                : Optional.empty();
    }

    private static @Nullable String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text && text.indexOf('\0') < 0 ? text : null;
    }

    /** Checks a token. */
    public Checked check(String token) {
        try {
            if (token.length() > LONGEST_CHARS) {
                return new Checked.Wrong("dài hơn " + LONGEST_CHARS + " ký tự");
            }
            return client(processor.process(token, null));
        } catch (ParseException | BadJOSEException e) {
            return new Checked.Wrong(String.valueOf(e.getMessage()));
        } catch (RateLimitReachedException e) {
            return new Checked.Wrong("khóa ký không có trong bộ khóa của bên cấp mã");
        } catch (KeySourceException e) {
            return new Checked.Unknowable(String.valueOf(e.getMessage()));
        } catch (JOSEException e) {
            return new Checked.Wrong(String.valueOf(e.getMessage()));
        }
    }

    private Checked client(JWTClaimsSet claims) {
        String client = text(claims, terms.clientClaim());
        if (client == null) {
            return new Checked.Wrong(terms.clientClaim() + ": không phải văn bản");
        }
        Object bound = claims.getClaim("cnf");
        if (bound == null) {
            return new Checked.Of(client, Optional.empty());
        }
        // A token that is bound to a key counts only with that key; of the ways there are we know this one.
        return bound instanceof Map<?, ?> confirmation && confirmation.get("x5t#S256") instanceof String thumbprint
                ? new Checked.Of(client, Optional.of(thumbprint))
                : new Checked.Wrong("cnf: cách gắn khóa này không được hỗ trợ");
    }
}
