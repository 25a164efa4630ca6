package vn.lienthong.routes.platform;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.WritePacket;
import vn.lienthong.gateway.dossier.reception.VerifySubmission.EnvelopeVerifier;
import vn.lienthong.gateway.packet.EnvelopeSignature;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.key.AnsweringKey;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.xml.EnvelopeBytes;
import vn.lienthong.gateway.signature.xml.EnvelopeHint;
import vn.lienthong.gateway.signature.xml.SignPacketEnvelope;

/** The signature over a packet as a whole: verified as it comes in, made where we write the packet. */
@Configuration(proxyBeanMethods = false)
class EnvelopeWiring {

    /** Packets that are signed at the same time. */
    private static final int AT_ONCE = 8;

    /** The gateway's own key: opened once, for a token lets nobody log in twice. */
    record SealInUse(SigningKey key) {}

    @Bean
    SealInUse sealInUse(GatewayConfiguration configuration, DataFolder data, Clock clock) {
        return new SealInUse(SealKey.open(configuration.seal(), data.root(), clock.instant()));
    }

    /** Writes the packets of forms and drafts. */
    @Bean
    WritePacket writePacket(Vault vault, SealInUse seal, GatewayConfiguration configuration, Clock clock) {
        if (!configuration.envelope().sign()) {
            return new WritePacket(vault);
        }
        SigningKey answering = new AnsweringKey(seal.key(), configuration.seal().answerWithin(), AT_ONCE);
        return new WritePacket(vault, new SignPacketEnvelope(answering, clock));
    }

    @Bean
    EnvelopeVerifier envelopeVerifier(TrustInUse trust, Vault vault) {
        return new Verifier(trust, vault);
    }

    private record Verifier(TrustInUse trust, Vault vault) implements EnvelopeVerifier {
        @Override
        public SignatureReport verify(EnvelopeSignature.Kind kind, StoredBytes packet, Instant at) {
            return verify(kind, packet, List.of(), at);
        }

        @Override
        public SignatureReport verify(
                EnvelopeSignature.Kind kind, StoredBytes packet, List<SignedFile> parts, Instant at) {
            return trust.envelope().verify(EnvelopeHint.valueOf(kind.name()), bytes(packet), parts, at);
        }

        private EnvelopeBytes bytes(StoredBytes packet) {
            return new EnvelopeBytes() {
                @Override
                public InputStream open() throws IOException {
                    return vault.read(packet.digest());
                }

                @Override
                public long length() {
                    return packet.length();
                }
            };
        }
    }
}
