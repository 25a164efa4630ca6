package vn.lienthong.gateway.signature.xml;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.SubIndication;

/**
 * Coverage in any XML file. Accepted are: the whole file; what lies in a signature that is the root; files beside; and children
 * of the root, where nothing else in the file is unsigned but what holds signatures. A part elsewhere, or beside something
 * unsigned, is what signature wrapping looks like (McIntosh and Austel, 2005): it is told of and not accepted.
 */
final class CoverFile implements XmlCover {

    @Override
    public Coverage judge(Screened screened, List<Target> targets, SignedContent content, Judgement judgement) {
        Element root = content.document().root();
        boolean whole = targets.stream()
                .anyMatch(target -> target instanceof Target.Whole
                        || (target instanceof Target.Part part && part.element() == root));
        if (whole && (targets.contains(new Target.Whole()) || instruction(root).isEmpty())) {
            return Coverage.WHOLE_FILE;
        }
        Set<Element> parts = targets.stream()
                .filter(Target.Part.class::isInstance)
                .map(target -> ((Target.Part) target).element())
                .collect(Collectors.toSet());
        Optional<Node> left = instruction(root).or(() -> uncovered(root, parts));
        boolean inFile = parts.stream().anyMatch(part -> !Dom.within(part, screened.element()));
        boolean placed = parts.stream()
                .allMatch(part -> Dom.within(part, screened.element()) || part.getParentNode() == root || part == root);
        if (left.isEmpty() && placed && !targets.isEmpty()) {
            tell(targets, inFile || targets.stream().anyMatch(Target.Beside.class::isInstance), content, judgement);
            return inFile ? Coverage.PARTIAL : Coverage.WHOLE_FILE;
        }
        judgement.object(
                SubIndication.SIG_CONSTRAINTS_FAILURE,
                ErrorCode.SIGNATURE_INDETERMINATE,
                "covers: " + targets + ", not "
                        + left.map(Dom::place).filter(place -> !place.isEmpty()).orElse("what is around it")
                        + " (expected: the whole file, or a child of the root and nothing unsigned beside it)");
        return Coverage.PARTIAL;
    }

    private static void tell(List<Target> targets, boolean needed, SignedContent content, Judgement judgement) {
        if (needed) {
            judgement.weigh(
                    Level.INFORM,
                    SubIndication.SIG_CONSTRAINTS_FAILURE,
                    ErrorCode.SIGNATURE_COVERS,
                    "covers: " + targets + " (expected: told, where it is not the whole file)");
        }
        content.beside().stream()
                .filter(file -> !targets.contains(new Target.Beside(file)))
                .forEach(file -> judgement.weigh(
                        Level.WARN,
                        SubIndication.SIG_CONSTRAINTS_FAILURE,
                        ErrorCode.SIGNATURE_COVERS,
                        "does not cover: " + file.name() + " (expected: every file that was handed in beside)"));
    }

    /** A processing instruction around the root, such as a style sheet: only a reference to the whole speaks for it. */
    private static Optional<Node> instruction(Element root) {
        for (Node at = root.getOwnerDocument().getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** The first thing that is neither signed, nor a signature, nor only there to hold either. */
    private static Optional<Node> uncovered(Element element, Set<Element> covered) {
        if (covered.contains(element) || Dom.is(element, "Signature")) {
            return Optional.empty();
        }
        boolean holds = holds(element, covered);
        if (!holds || says(element)) {
            return Optional.of(element);
        }
        for (Element child : Dom.children(element)) {
            Optional<Node> found = uncovered(child, covered);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Element element, Set<Element> covered) {
        return covered.stream().anyMatch(part -> Dom.within(part, element))
                || element.getElementsByTagNameNS(XmlNames.DSIG, "Signature").getLength() > 0;
    }

    /** Whether an element says anything itself: text, an instruction, or an attribute that is no namespace and no identifier. */
    private static boolean says(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int at = 0; at < attributes.getLength(); at++) {
            Attr attribute = (Attr) attributes.item(at);
            if (!"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI())
                    && !attribute.getName().equalsIgnoreCase("id")) {
                return true;
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE
                    || (child instanceof Text text && !text.getData().isBlank())) {
                return true;
            }
        }
        return false;
    }
}
