package vn.lienthong.gateway.signature.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.DocumentTimestamp;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.cms.CmsException;
import vn.lienthong.gateway.signature.cms.CmsSignature;
import vn.lienthong.gateway.signature.cms.JudgeCms;
import vn.lienthong.gateway.signature.cms.TimestampVerdict;
import vn.lienthong.gateway.signature.path.Proofs;

/**
 * The timestamps of a XAdES signature (EN 319 132-1 §5.3, §5.5.2), newest first: a proven one is a proof of existence for
 * everything it is over, earlier timestamps included (EN 319 102-1 §5.6.2.3). One that does not hold proves nothing and is told
 * of.
 */
final class JudgeStamps {
    /** A signature that is renewed each year for a human life has fewer. */
    private static final int TOKENS_AT_MOST = 64;

    private final JudgeCms cms;

    JudgeStamps(JudgeCms cms) {
        this.cms = cms;
    }

    /**
     * What the timestamps prove.
     *
     * @param proofs what is known about the signature, its own timestamps included
     * @param stamped the earliest time that a signature timestamp says, proven or not
     * @param archive those over the whole, oldest first
     */
    record Stamped(Proofs proofs, Optional<Instant> stamped, List<DocumentTimestamp> archive) {}

    /** @param intact whether the signature holds: archive timestamps over one that does not prove nothing, and cost much */
    Stamped judge(
            Screened screened, SignedContent content, boolean intact, Instant validationTime, Judgement judgement) {
        List<Element> unsigned =
                screened.properties().map(XadesProperties::unsigned).orElse(List.of());
        if (unsigned.stream().mapToInt(JudgeStamps::encapsulated).sum() > TOKENS_AT_MOST) {
            judgement.weigh(
                    Level.WARN,
                    SubIndication.SIG_CONSTRAINTS_FAILURE,
                    ErrorCode.SIGNATURE_TIMESTAMP_UNPROVEN,
                    "timestamps: more than " + TOKENS_AT_MOST + ", none looked at (expected: at most that)");
            return new Stamped(Proofs.at(validationTime), Optional.empty(), List.of());
        }
        Proofs proofs = Proofs.at(validationTime).with(CarriedValues.in(unsigned));
        List<DocumentTimestamp> archive = new ArrayList<>();
        for (int at = unsigned.size() - 1; at >= 0; at--) {
            Element property = unsigned.get(at);
            if (intact && Dom.is(property, XmlNames.XADES_141, "ArchiveTimeStamp")) {
                List<Element> before = unsigned.subList(0, at);
                String field = "ArchiveTimeStamp " + (at + 1);
                for (Token token : tokens(
                        property,
                        (form, out) -> ArchivedContent.write(screened, content, before, form, out),
                        content,
                        proofs,
                        judgement)) {
                    archive.addFirst(new DocumentTimestamp(
                            field,
                            token.verdict().time(),
                            token.verdict().authority(),
                            Coverage.WHOLE_FILE,
                            token.verdict().reason()));
                    proofs = token.proves(proofs);
                }
            }
        }
        return signature(screened, unsigned, content, new Stamped(proofs, Optional.empty(), archive), judgement);
    }

    private static int encapsulated(Element property) {
        return Dom.children(property, XmlNames.XADES, "EncapsulatedTimeStamp").size();
    }

    private Stamped signature(
            Screened screened, List<Element> unsigned, SignedContent content, Stamped known, Judgement judgement) {
        Proofs proofs = known.proofs();
        Optional<Instant> stamped = Optional.empty();
        for (Element property : unsigned) {
            if (Dom.is(property, XmlNames.XADES, "SignatureTimeStamp")) {
                for (Token token : tokens(
                        property,
                        (form, out) -> form.write(screened.part("SignatureValue"), out),
                        content,
                        known.proofs(),
                        judgement)) {
                    Instant time = token.verdict().time();
                    stamped = stamped.filter(time::isAfter).or(() -> Optional.of(time));
                    proofs = token.proves(proofs);
                }
            }
        }
        return new Stamped(proofs, stamped, known.archive());
    }

    /** What a container of timestamps is over, in the canonical form that the container names. */
    private interface Source {
        void write(Canonical form, OutputStream out) throws XmlFault, IOException;
    }

    private record Token(TimestampVerdict verdict) {
        Proofs proves(Proofs proofs) {
            return verdict.proven() ? proofs.provenBy(verdict.time()) : proofs;
        }
    }

    private List<Token> tokens(
            Element container, Source source, SignedContent content, Proofs proofs, Judgement judgement) {
        List<Token> tokens = new ArrayList<>();
        try {
            Optional<Element> method = Dom.only(container, XmlNames.DSIG, "CanonicalizationMethod");
            Canonical form = method.isPresent() ? Canonical.of(method.get()) : Canonical.USUAL;
            List<Element> encapsulated = Dom.children(container, XmlNames.XADES, "EncapsulatedTimeStamp");
            if (encapsulated.isEmpty()) {
                throw new XmlFault("no EncapsulatedTimeStamp (expected: a token of RFC 3161)");
            }
            for (Element one : encapsulated) {
                CmsSignature token = CmsSignature.read(Dom.base64(one.getTextContent(), "EncapsulatedTimeStamp"));
                TimestampVerdict verdict =
                        cms.timestamp(token, algorithm -> digest(algorithm, form, source, content), proofs);
                verdict.fault().ifPresent(text -> tell(judgement, container, text));
                tokens.add(new Token(verdict));
            }
        } catch (XmlFault | CmsException malformed) {
            tell(judgement, container, String.valueOf(malformed.getMessage()));
        } catch (Undigested fault) {
            tell(judgement, container, fault.text);
        }
        return tokens;
    }

    private static byte[] digest(String algorithm, Canonical form, Source source, SignedContent content) {
        try {
            return content.budget().digest(algorithm, out -> source.write(form, out));
        } catch (XmlFault fault) {
            throw new Undigested(fault.text());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Carries a fault through the port that asks for digests. */
    private static final class Undigested extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String text;

        Undigested(String text) {
            super(text, null, false, false);
            this.text = text;
        }
    }

    private static void tell(Judgement judgement, Element container, String text) {
        judgement.weigh(
                Level.WARN,
                SubIndication.SIG_CONSTRAINTS_FAILURE,
                ErrorCode.SIGNATURE_TIMESTAMP_UNPROVEN,
                container.getLocalName() + ": " + text);
    }
}
