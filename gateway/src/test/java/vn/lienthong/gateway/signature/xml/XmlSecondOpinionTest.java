package vn.lienthong.gateway.signature.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.signature.xml.XmlFixture.LETTER;
import static vn.lienthong.gateway.signature.xml.XmlFixture.bytes;
import static vn.lienthong.gateway.signature.xml.XmlFixture.text;

import java.io.IOException;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Differential;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.secondopinion.DssOpinion;
import vn.lienthong.gateway.signature.secondopinion.NoOpinion;
import vn.lienthong.gateway.signature.secondopinion.Opinion;
import vn.lienthong.gateway.signature.secondopinion.RevocationAtHand;

/**
 * Ours and the EU's engine over the same XML files, roots and lists: the same indication, or a difference that a clause settles.
 * Nothing that the other fails is passed by us.
 */
class XmlSecondOpinionTest {
    private static final Map<DevelopmentPki, DssOpinion> DSS =
            Map.of(DevTrust.pki(), dss(DevTrust.pki()), DevTrust.curves(), dss(DevTrust.curves()));

    /** Where ours is stricter by right, by our reason. */
    private static final Map<SubIndication, String> STRICTER = Map.of(
            SubIndication.REVOKED, "§5.3.4: signed after the revocation by the signer's own word",
            SubIndication.EXPIRED, "§5.3.4: signed after the expiry by the signer's own word",
            SubIndication.NOT_YET_VALID, "§5.5.4 2): the certificate begins after the best signature time",
            SubIndication.CHAIN_CONSTRAINTS_FAILURE, "§5.2.6, RFC 5280 §4.2.1.3: key usage, which DSS does not ask for",
            SubIndication.FORMAT_FAILURE, "XML-DSig §8.1.3: nothing unsigned in a signature, identifiers unique",
            SubIndication.HASH_FAILURE, "§5.2.7: told with the wrong value too, where DSS names one",
            SubIndication.SIG_CONSTRAINTS_FAILURE, "§5.2.8: a part does not speak for what is unsigned around it");

    private static final Set<Tampering> OF_EVERY_FATE =
            EnumSet.of(Tampering.NONE, Tampering.CONTENT, Tampering.SIGNATURE_VALUE);

    private enum Tampering {
        NONE {
            @Override
            String of(String file) {
                return file;
            }
        },
        CONTENT {
            @Override
            String of(String file) {
                return file.contains("V/v họp")
                        ? file.replace("V/v họp", "V/v hợp")
                        : file.replaceFirst("(Encoding=\"[^\"]*\"[^>]*>)..", "$1AA");
            }
        },
        SIGNATURE_VALUE {
            @Override
            String of(String file) {
                return file.replaceFirst("(<ds:SignatureValue[^>]*>)....", "$1AAAA");
            }
        },
        SIGNED_INFO {
            @Override
            String of(String file) {
                return file.replaceFirst("(<ds:DigestValue>)....", "$1AAAA");
            }
        },
        PROPERTIES {
            @Override
            String of(String file) {
                return file.replaceFirst("(<xades:MimeType>)", "$1x-");
            }
        },
        WRAPPED {
            @Override
            String of(String file) {
                return file.replace("<vb:noiDung ", "<vb:noiDung><vb:so>99</vb:so></vb:noiDung><vb:noiDung ");
            }
        },
        COMMENT {
            @Override
            String of(String file) {
                return file.replace("V/v họp", "V/v <!-- ghi -->họp");
            }
        };

        abstract String of(String file);
    }

    private enum Form {
        ENVELOPED,
        OVER_AN_ELEMENT,
        ENVELOPING,
        STAMPED,
        LONG_TERM;

        byte[] of(SigningKey key, SignatureAlgorithm algorithm, DevelopmentPki pki) throws SigningException {
            SignXml signing = new SignXml(key, algorithm);
            return switch (this) {
                case ENVELOPED -> signing.sign(signing.enveloped(bytes(LETTER), DevTrust.NOW));
                case OVER_AN_ELEMENT -> signing.sign(signing.overElement(bytes(LETTER), "nd", DevTrust.NOW));
                case ENVELOPING ->
                    signing.sign(signing.enveloping(SignedFile.of("a.txt", bytes("phụ lục")), DevTrust.NOW));
                case STAMPED -> XmlFixture.stamped(ENVELOPED.of(key, algorithm, pki), pki);
                case LONG_TERM ->
                    XmlFixture.archived(
                            XmlFixture.withValues(STAMPED.of(key, algorithm, pki), XmlFixture.evidence(pki)), pki);
            };
        }
    }

    private enum Kind {
        RSA(SignatureAlgorithm.RSA_SHA256),
        PSS(SignatureAlgorithm.RSA_PSS_SHA256),
        CURVES(SignatureAlgorithm.ECDSA_SHA256);

        private final SignatureAlgorithm algorithm;

        Kind(SignatureAlgorithm algorithm) {
            this.algorithm = algorithm;
        }

        DevelopmentPki pki() {
            return this == CURVES ? DevTrust.curves() : DevTrust.pki();
        }
    }

    private static DssOpinion dss(DevelopmentPki pki) {
        return new DssOpinion(DevTrust.stores(pki), () -> RevocationAtHand.of(lists(pki)));
    }

    private static List<byte[]> lists(DevelopmentPki pki) {
        List<byte[]> lists = new ArrayList<>();
        for (X509CRL list : pki.crls()) {
            try {
                lists.add(list.getEncoded());
            } catch (CRLException fault) {
                throw new AssertionError(fault);
            }
        }
        return lists;
    }

    /** Every fate with RSA, and one good and one bad with the others. */
    private static Stream<Arguments> everything() {
        return Stream.of(Kind.values()).flatMap(kind -> Stream.of(Fate.values())
                .filter(fate -> kind == Kind.RSA || fate == Fate.GOOD || fate == Fate.REVOKED)
                .flatMap(fate -> Stream.of(Form.values())
                        .filter(form -> fate == Fate.GOOD || form == Form.ENVELOPED || form == Form.LONG_TERM)
                        .flatMap(form -> Stream.of(Tampering.values())
                                .filter(tampering -> fate == Fate.GOOD || OF_EVERY_FATE.contains(tampering))
                                .map(tampering -> Arguments.of(kind, fate, form, tampering)))));
    }

    @Tag("ci")
    @ParameterizedTest
    @MethodSource("everything")
    void agreeOrDifferByRight(Kind kind, Fate fate, Form form, Tampering tampering)
            throws NoOpinion, IOException, SigningException {
        agree(new Case(kind, fate, form, tampering));
    }

    private record Case(Kind kind, Fate fate, Form form, Tampering tampering) {}

    /** All there are. */
    @Test
    @Tag("deep")
    void allAgreeOrDifferByRight() throws Exception {
        List<Case> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Fate fate : Fate.values()) {
                for (Form form : Form.values()) {
                    for (Tampering tampering : Tampering.values()) {
                        all.add(new Case(kind, fate, form, tampering));
                    }
                }
            }
        }
        new Differential("XML").over(all, XmlSecondOpinionTest::agree);
    }

    private static String agree(Case one) throws NoOpinion, IOException, SigningException {
        Kind kind = one.kind();
        DevelopmentPki pki = kind.pki();
        SigningKey key = DevTrust.key(pki.sealOf(DevTrust.CODE, DevTrust.AGENCY, one.fate()));
        byte[] file = bytes(one.tampering().of(text(one.form().of(key, kind.algorithm, pki))));
        SignatureReport ours = XmlFixture.verifier(pki).verify(SignedFile.of("a.xml", file), List.of(), DevTrust.NOW);
        Opinion opinion = DSS.get(pki).about("a.xml", file, DevTrust.NOW);
        Indication theirs = overall(opinion);

        assertThat(opinion.signatures()).hasSize(1);
        if (ours.overall() == theirs) {
            return "both " + theirs;
        }
        assertThat(ours.overall().worse(theirs))
                .as(ours + " against " + opinion)
                .isEqualTo(ours.overall());
        if (ours.presence() != Presence.BROKEN) {
            assertThat(reasons(ours)).as(ours + " against " + opinion).anyMatch(STRICTER::containsKey);
        }
        return ours.presence() + " " + reasons(ours) + " / " + theirs;
    }

    private static List<SubIndication> reasons(SignatureReport report) {
        return report.verdicts().stream()
                .map(verdict -> verdict.subIndication())
                .flatMap(Optional::stream)
                .toList();
    }

    private static Indication overall(Opinion opinion) {
        return opinion.signatures().stream()
                .map(Opinion.OfSignature::indication)
                .reduce(Indication::worse)
                .orElse(Indication.INDETERMINATE);
    }
}
