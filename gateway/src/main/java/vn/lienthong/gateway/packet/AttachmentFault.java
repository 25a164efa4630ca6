package vn.lienthong.gateway.packet;

import vn.lienthong.gateway.finding.ErrorCode;

/** Ends the unpacking of one attachment; the packet is read on. Carries no stack: it is a finding on its way. */
final class AttachmentFault extends Exception {

    private final ErrorCode code;

    AttachmentFault(ErrorCode code, String text) {
        super(text, null, false, false);
        this.code = code;
    }

    ErrorCode code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
