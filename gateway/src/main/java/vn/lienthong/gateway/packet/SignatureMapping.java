package vn.lienthong.gateway.packet;

import static vn.lienthong.gateway.packet.WireText.text;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.schemas.edxml.AlgorithmType;
import vn.lienthong.schemas.edxml.HeaderType;
import vn.lienthong.schemas.edxml.KeyInfoType;
import vn.lienthong.schemas.edxml.SignatureType;
import vn.lienthong.schemas.edxml.SignedInfoType;
import vn.lienthong.schemas.edxml.SignedReferenceType;

/** The part of {@link PacketMapping} that concerns the envelope's signature: facts, nothing verified. */
final class SignatureMapping {

    private SignatureMapping() {}

    static EnvelopeSignature signature(HeaderType header, Optional<String> namespace) {
        if (namespace.isEmpty()) {
            return EnvelopeSignature.ABSENT;
        }
        boolean real = namespace.get().equals(WireElements.XMLDSIG);
        EnvelopeSignature.Kind kind = real ? EnvelopeSignature.Kind.XMLDSIG : EnvelopeSignature.Kind.NOT_XMLDSIG;
        SignatureType s = header.getSignature();
        if (s == null) {
            return EnvelopeSignature.ofKind(kind);
        }
        SignedInfoType signed = s.getSignedInfo() == null ? new SignedInfoType() : s.getSignedInfo();
        return new EnvelopeSignature(
                kind,
                algorithm(signed.getCanonicalizationMethod()),
                algorithm(signed.getSignatureMethod()),
                signed.getReference().stream().map(SignatureMapping::reference).toList(),
                text(s.getSignatureValue()),
                keyInfo(s.getKeyInfo(), "X509SubjectName"),
                keyInfo(s.getKeyInfo(), "X509Certificate"));
    }

    private static EnvelopeSignature.SignedReference reference(SignedReferenceType r) {
        List<String> transforms = r.getTransforms() == null
                ? List.of()
                : r.getTransforms().getTransform().stream()
                        .map(SignatureMapping::algorithm)
                        .toList();
        return new EnvelopeSignature.SignedReference(
                text(r.getURI()), transforms, algorithm(r.getDigestMethod()), text(r.getDigestValue()));
    }

    private static List<String> keyInfo(@Nullable KeyInfoType k, String name) {
        if (k == null || k.getX509Data() == null) {
            return List.of();
        }
        return k.getX509Data().getChildren().stream()
                .filter(child -> child.getName().getLocalPart().equals(name))
                .map(child -> text(child.getValue()))
                .toList();
    }

    private static String algorithm(@Nullable AlgorithmType a) {
        return a == null ? "" : text(a.getAlgorithm());
    }
}
