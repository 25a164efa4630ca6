package vn.lienthong.routes.door;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** An authorisation server as a province may run one: its keys, and the tokens it gives. */
final class TestIssuer {

    static final String NAME = "https://dangnhap.example.gov.vn/realms/lgsp";
    static final String AUDIENCE = "lienthong";

    final RSAKey rsa;
    final ECKey ec;

    TestIssuer(String generation) throws JOSEException {
        rsa = new RSAKeyGenerator(2048).keyID("rsa-" + generation).generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("ec-" + generation).generate();
    }

    /** What it publishes. */
    String keys() {
        return new JWKSet(List.<JWK>of(rsa.toPublicJWK(), ec.toPublicJWK())).toString();
    }

    /** What an ordinary token says. */
    static JWTClaimsSet.Builder claims(String client, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(NAME)
                .subject("service-account-" + client)
                .audience(List.of("account", AUDIENCE))
                .claim("client_id", client)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    String token(JWSAlgorithm algorithm, JWTClaimsSet claims) throws JOSEException {
        boolean elliptic = algorithm.equals(JWSAlgorithm.ES256);
        JWSHeader header = new JWSHeader.Builder(algorithm)
                .type(JOSEObjectType.JWT)
                .keyID(elliptic ? ec.getKeyID() : rsa.getKeyID())
                .build();
        JWSSigner signer = elliptic ? new ECDSASigner(ec) : new RSASSASigner(rsa);
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }
}
