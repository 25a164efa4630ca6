package vn.lienthong.gateway.packet;

/**
 * Number and symbol of a document (QCVN 102 1.3).
 *
 * @param number số; not a number in practice
 * @param notation ký hiệu, such as {@code VPCP-TTĐT}
 */
public record DocumentCode(String number, String notation) {

    /** The full form {@code number/notation} that replies quote; one part alone where the other is missing. */
    public String full() {
        return number.isEmpty() || notation.isEmpty() ? number + notation : number + "/" + notation;
    }
}
