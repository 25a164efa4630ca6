package vn.lienthong.routes.door.soap;

import java.util.List;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/**
 * The declared fault with its findings, written by hand: every fault of the door leaves through here, so that none says more
 * of our inside than its findings do.
 */
final class FaultText {

    private static final int MOST_FINDINGS = 200;

    private FaultText() {}

    static String of(SoapVersion version, List<Finding> all) {
        List<Finding> findings = all.subList(0, Math.min(all.size(), MOST_FINDINGS));
        String reason = escaped(findings.getFirst().code().vietnamese());
        return switch (version) {
            case SOAP_11 ->
                enveloped(
                        version,
                        "<faultcode>s:" + (isOurs(findings) ? "Server" : "Client")
                                + "</faultcode><faultstring>" + reason + "</faultstring><detail>"
                                + detail(findings) + "</detail>");
            case SOAP_12 ->
                enveloped(
                        version,
                        "<s:Code><s:Value>s:" + (isOurs(findings) ? "Receiver" : "Sender")
                                + "</s:Value></s:Code><s:Reason><s:Text xml:lang=\"vi\">" + reason
                                + "</s:Text></s:Reason><s:Detail>" + detail(findings) + "</s:Detail>");
        };
    }

    /** Whether the same call may do better later. */
    static boolean isOurs(List<Finding> findings) {
        ErrorCode first = findings.getFirst().code();
        return first == ErrorCode.INTERNAL || first == ErrorCode.BUSY || first == ErrorCode.TOO_MANY_CALLS;
    }

    private static String enveloped(SoapVersion version, String fault) {
        return "<s:Envelope xmlns:s=\"" + version.namespace() + "\"><s:Body><s:Fault>" + fault
                + "</s:Fault></s:Body></s:Envelope>";
    }

    private static String detail(List<Finding> findings) {
        StringBuilder detail = new StringBuilder("<gatewayFault xmlns=\"" + Operation.NAMESPACE + "\">");
        for (Finding finding : findings) {
            detail.append("<finding><code>")
                    .append(finding.code())
                    .append("</code><severity>")
                    .append(finding.severity())
                    .append("</severity><where>")
                    .append(escaped(finding.where()))
                    .append("</where><text>")
                    .append(escaped(finding.text()))
                    .append("</text></finding>");
        }
        return detail.append("</gatewayFault>").toString();
    }

    /** Characters that XML lacks become the one that stands for what cannot be shown. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isCharacter(c) ? c : '\uFFFD');
            }
        });
        return out.toString();
    }

    /** The same for what somebody else escapes. */
    static String shown(String text) {
        return text.codePoints()
                .map(c -> isCharacter(c) ? c : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** XML 1.0 §2.2. */
    private static boolean isCharacter(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= ' ' && c < Character.MIN_SURROGATE)
                || (c > Character.MAX_SURROGATE && c < 0xFFFE)
                || c > 0xFFFF;
    }
}
