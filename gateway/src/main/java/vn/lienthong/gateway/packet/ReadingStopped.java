package vn.lienthong.gateway.packet;

import java.io.IOException;
import vn.lienthong.gateway.finding.Finding;

/**
 * Ends the reading of a packet with the finding that refuses it. An IOException so that it passes through the parser; it never
 * leaves {@link PacketReader}. Carries no stack: it is a finding on its way.
 */
final class ReadingStopped extends IOException {

    private final transient Finding finding;

    ReadingStopped(Finding finding) {
        super(finding.text());
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
