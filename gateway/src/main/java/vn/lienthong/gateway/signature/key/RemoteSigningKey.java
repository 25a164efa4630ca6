package vn.lienthong.gateway.signature.key;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.digest.Sha256;

/**
 * A key that a signing service keeps. Only digests go there; each value that comes back is checked against its own digest and
 * the key's certificate, so that a service which mixes up, repeats or makes up values signs nothing.
 */
public final class RemoteSigningKey implements SigningKey {
    private final RemoteSigner service;
    private final RemoteSigner.Credential credential;

    private RemoteSigningKey(RemoteSigner service, RemoteSigner.Credential credential) {
        this.service = service;
        this.credential = credential;
    }

    /**
     * Asks the service for the key's certificate and what it may do.
     *
     * @throws SigningException when the service or the key cannot be used
     */
    public static RemoteSigningKey open(RemoteSigner service) throws SigningException {
        return new RemoteSigningKey(service, service.credential());
    }

    @Override
    public byte[] sign(byte[] toBeSigned, SignatureAlgorithm algorithm) throws SigningException {
        return switch (signAll(List.of(toBeSigned), algorithm).getFirst()) {
            case Signed.Value value -> value.bytes();
            case Signed.Failed failed -> throw failed.why();
        };
    }

    /** As many as the service lets go together are signed under one authorisation. */
    @Override
    public List<Signed> signAll(List<byte[]> toBeSigned, SignatureAlgorithm algorithm) throws SigningException {
        if (!credential.algorithms().contains(algorithm)) {
            throw new SigningException(
                    "key of " + certificate().getSubjectX500Principal() + ": cannot sign with " + algorithm
                            + " (expected: one of " + credential.algorithms() + ")",
                    null);
        }
        List<Signed> all = new ArrayList<>(toBeSigned.size());
        for (int from = 0; from < toBeSigned.size(); from += credential.most()) {
            int to = Math.min(from + credential.most(), toBeSigned.size());
            try {
                all.addAll(together(toBeSigned.subList(from, to), algorithm));
            } catch (SigningException none) {
                if (from == 0) {
                    throw none;
                }
                // What was signed before stays signed.
                int upTo = RefusedPin.is(none) ? toBeSigned.size() : to;
                for (int lost = from; lost < upTo; lost++) {
                    all.add(new Signed.Failed(none));
                }
                if (upTo > to) {
                    break;
                }
            }
        }
        return all;
    }

    private List<Signed> together(List<byte[]> toBeSigned, SignatureAlgorithm algorithm) throws SigningException {
        List<byte[]> values = service.sign(toBeSigned.stream().map(Sha256::of).toList(), algorithm);
        if (values.size() != toBeSigned.size()) {
            throw new SigningException(
                    "signing service: " + values.size() + " values (expected: " + toBeSigned.size() + ")", null);
        }
        List<Signed> checked = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            checked.add(checked(toBeSigned.get(i), values.get(i), algorithm));
        }
        return checked;
    }

    private Signed checked(byte[] toBeSigned, byte[] value, SignatureAlgorithm algorithm) {
        try {
            byte[] usual = ReturnedValue.usual(certificate().getPublicKey(), algorithm, value);
            if (ReturnedValue.verifies(certificate().getPublicKey(), algorithm, toBeSigned, usual)) {
                return new Signed.Value(usual);
            }
        } catch (IOException notThatForm) {
            // A value of another form is as wrong as a value of another key.
        }
        return new Signed.Failed(new SigningException(
                "signing service: a value that is wrong (expected: over the digest sent, by the key of "
                        + certificate().getSubjectX500Principal() + ")",
                null));
    }

    @Override
    public X509Certificate certificate() {
        return credential.chain().getFirst();
    }

    @Override
    public List<X509Certificate> chain() {
        return credential.chain();
    }

    /** The subject and the service; no secret. */
    @Override
    public String toString() {
        return "RemoteSigningKey[" + certificate().getSubjectX500Principal() + ", " + service + "]";
    }
}
