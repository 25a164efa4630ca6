package vn.lienthong.gateway.packet;

import com.ctc.wstx.exc.WstxEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/**
 * Why a reading stops. The binding layer wraps exceptions as it likes, so the reason is kept here, and the exception thrown is
 * only the way out.
 */
final class ReadingFaults {

    private static final int MAX_TEXT_CHARS = 300;

    private final BoundedInput input;
    private @Nullable Finding refusal;
    private @Nullable IOException fault;

    ReadingFaults(BoundedInput input) {
        this.input = input;
    }

    /** Refuses the packet at a place of the parser. */
    XMLStreamException refuse(ErrorCode code, Location at, String text) {
        return refuse(Finding.error(code, place(at), text));
    }

    XMLStreamException refuse(Finding finding) {
        if (refusal == null) {
            refusal = finding;
        }
        return new XMLStreamException(finding.text());
    }

    /** Refuses the packet for a limit of {@link PacketLimits}. */
    XMLStreamException limit(String where, String what, long limit, String setting) {
        return refuse(Finding.error(
                ErrorCode.PACKET_LIMIT_EXCEEDED,
                where,
                what + ": more than " + limit + " (expected: at most, setting lienthong.packet." + setting + ")"));
    }

    /** Stops for what the store or the unpacking threw: a limit refuses the packet, anything else is a fault of ours. */
    XMLStreamException stop(IOException e) {
        if (e instanceof ReadingStopped stopped) {
            return refuse(stopped.finding());
        }
        fault = e;
        return new XMLStreamException("attachment store", e);
    }

    /** Stops for what the parser threw: broken XML, cut off XML, a limit of the input, or a fault of its source. */
    XMLStreamException parser(XMLStreamException e) {
        Optional<IOException> source = input.fault();
        if (source.isPresent()) {
            fault = source.get();
            return e;
        }
        if (e.getNestedException() instanceof ReadingStopped stopped) {
            return refuse(stopped.finding());
        }
        boolean cutOff = e instanceof WstxEOFException
                || (input.isEnded() && e.getNestedException() instanceof CharConversionException c && isCutOff(c));
        ErrorCode code = cutOff ? ErrorCode.PACKET_TRUNCATED : ErrorCode.PACKET_NOT_WELL_FORMED;
        return refuse(code, e.getLocation(), "XML: " + firstLine(e) + " (expected: well-formed XML 1.0)");
    }

    private static boolean isCutOff(CharConversionException e) {
        return String.valueOf(e.getMessage()).contains("EOF");
    }

    /** The parser's message without the place, which the finding has, and within bounds, for it quotes the packet. */
    private static String firstLine(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return shown(end < 0 ? message : message.substring(0, end));
    }

    /** A text of the packet as it may stand in a finding: of bounded length, without control characters. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length() && i < MAX_TEXT_CHARS; i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) ? ' ' : c);
        }
        return text.length() > MAX_TEXT_CHARS ? shown.append('…').toString() : shown.toString();
    }

    static String place(@Nullable Location at) {
        return at == null ? "1:1" : Math.max(1, at.getLineNumber()) + ":" + Math.max(1, at.getColumnNumber());
    }

    /** The finding that refuses the packet. */
    Optional<Finding> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** A fault of the source or of the store, to be thrown on. */
    Optional<IOException> fault() {
        return Optional.ofNullable(fault);
    }
}
