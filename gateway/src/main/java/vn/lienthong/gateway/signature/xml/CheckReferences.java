package vn.lienthong.gateway.signature.xml;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.SubIndication;

/** Whether what the references lead to is what was signed (EN 319 102-1 §5.2.7, XML-DSig §3.2.1). */
final class CheckReferences {
    /** What is digested for a signature whose value or signer does not hold, to tell what of it is wrong. */
    private static final long DOUBTFUL_BYTES = 8L << 20;

    private final Screened screened;
    private final SignedContent content;
    private final Judgement judgement;
    private final List<Target> targets = new ArrayList<>();
    private Integrity integrity = Integrity.INTACT;

    CheckReferences(Screened screened, SignedContent content, Judgement judgement) {
        this.screened = screened;
        this.content = content;
        this.judgement = judgement;
    }

    /**
     * Digests what every reference leads to.
     *
     * @param doubt why the signature does not hold anyway: then no great work is done for it, which is objected to; empty
     *     where it may hold
     * @param fileBytes length of the file that the signature is in
     */
    Integrity check(Optional<SubIndication> doubt, long fileBytes) throws XmlFault, IOException {
        long work = 0;
        List<Optional<Target>> found = new ArrayList<>();
        for (ScreenedReference reference : screened.references()) {
            Optional<Target> target = content.target(reference);
            found.add(target);
            work += target.map(one ->
                            one instanceof Target.Beside beside ? beside.file().length() : fileBytes)
                    .orElse(0L);
        }
        if (doubt.isPresent() && work > DOUBTFUL_BYTES) {
            judgement.object(
                    doubt.get(),
                    ErrorCode.SIGNATURE_INDETERMINATE,
                    "signed content: not digested, " + work + " bytes (expected: at most " + DOUBTFUL_BYTES
                            + " where the signature value or the path does not hold)");
            return Integrity.NOT_CHECKED;
        }
        for (int at = 0; at < found.size(); at++) {
            check(screened.references().get(at), found.get(at));
        }
        return integrity;
    }

    private void check(ScreenedReference reference, Optional<Target> target) throws XmlFault, IOException {
        if (target.isEmpty()) {
            integrity = integrity == Integrity.INTACT ? Integrity.NOT_CHECKED : integrity;
            judgement.object(
                    SubIndication.SIGNED_DATA_NOT_FOUND,
                    ErrorCode.SIGNATURE_INDETERMINATE,
                    "signed file: " + reference.uri() + " is not here (expected: handed in beside)");
            return;
        }
        Target there = target.get();
        if (!MessageDigest.isEqual(reference.expected(), content.digest(there, reference, screened.element()))) {
            integrity = Integrity.CONTENT_CHANGED;
            judgement.object(
                    SubIndication.HASH_FAILURE,
                    ErrorCode.SIGNATURE_FAILED,
                    "digest of " + there + ": differs (expected: the signed one)");
        }
        if (listsOthers(reference, there)) {
            judgement.object(
                    SubIndication.SIGNED_DATA_NOT_FOUND,
                    ErrorCode.SIGNATURE_INDETERMINATE,
                    "manifest: what it lists is not digested (expected: a reference to each, XML-DSig §2.3, §5.1)");
        }
        if (!own(there)) {
            targets.add(there);
        }
    }

    /**
     * A signature over a manifest is intact where the list is, whatever became of what it lists: looking at that is left to whoever
     * uses the list (XML-DSig §2.3, §5.1). Nobody does here, so nobody is told that the signature passed.
     */
    private boolean listsOthers(ScreenedReference reference, Target target) {
        return reference.type().equals(XmlNames.DSIG + "Manifest")
                || switch (target) {
                    case Target.Part part -> holdsManifest(part.element());
                    case Target.Whole whole ->
                        holdsManifest(content.document().document().getDocumentElement());
                    case Target.Beside beside -> false;
                };
    }

    /** However deep: what is signed with it is the list. */
    private static boolean holdsManifest(Element element) {
        return Dom.is(element, "Manifest")
                || element.getElementsByTagNameNS(XmlNames.DSIG, "Manifest").getLength() > 0;
    }

    /** The signature's own properties and KeyInfo are no content. */
    private boolean own(Target target) {
        return target instanceof Target.Part part
                && (screened.properties()
                                .filter(one -> one.signed() == part.element())
                                .isPresent()
                        || screened.keyInfo()
                                .filter(one -> one.element() == part.element())
                                .isPresent()
                        || signatureProperties(part.element()));
    }

    /** XML-DSig §5.2: said about the signature, inside of it. */
    private boolean signatureProperties(Element element) {
        boolean alone = Dom.is(element, "SignatureProperties") || Dom.is(element, "SignatureProperty");
        List<Element> inside = Dom.children(element);
        boolean holds =
                Dom.is(element, "Object") && inside.size() == 1 && Dom.is(inside.getFirst(), "SignatureProperties");
        return (alone || holds) && Dom.within(element, screened.element());
    }

    /** What the references led to, without the signature's own properties and KeyInfo. */
    List<Target> targets() {
        return List.copyOf(targets);
    }
}
