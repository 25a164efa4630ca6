package vn.lienthong.gateway.signature.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.lienthong.gateway.signature.path.CarriedEvidence;

/**
 * The validation data in a XAdES signature: CertificateValues, RevocationValues (EN 319 132-1 §5.4.1, §5.4.2) and
 * TimeStampValidationData (§5.5.1). What is malformed is left out: validation data can only help.
 */
final class CarriedValues {
    private static final Set<String> HOLDERS = Set.of(
            "CertificateValues",
            "RevocationValues",
            "AttrAuthoritiesCertValues",
            "AttributeRevocationValues",
            "TimeStampValidationData",
            "AnyValidationData");
    private static final int VALUES_OF_A_KIND = 128;

    private CarriedValues() {}

    static CarriedEvidence in(List<Element> unsigned) {
        List<byte[]> certificates = new ArrayList<>(0);
        List<byte[]> lists = new ArrayList<>(0);
        List<byte[]> answers = new ArrayList<>(0);
        for (Element property : unsigned) {
            if (HOLDERS.contains(String.valueOf(property.getLocalName()))) {
                collect(property, "EncapsulatedX509Certificate", certificates);
                collect(property, "EncapsulatedCRLValue", lists);
                collect(property, "EncapsulatedOCSPValue", answers);
            }
        }
        return certificates.isEmpty() && lists.isEmpty() && answers.isEmpty()
                ? CarriedEvidence.NONE
                : new CarriedEvidence(certificates, lists, answers);
    }

    private static void collect(Element property, String name, List<byte[]> into) {
        NodeList found = property.getElementsByTagNameNS(XmlNames.XADES, name);
        for (int at = 0; at < found.getLength() && into.size() < VALUES_OF_A_KIND; at++) {
            try {
                into.add(Dom.base64(found.item(at).getTextContent(), name));
            } catch (XmlFault malformed) {
                // Helps nobody, harms nobody.
            }
        }
    }
}
