package vn.lienthong.gateway.packet;

/**
 * Who signed, as the sender types it (QCVN 102 1.8): a claim, not what a signature proves.
 *
 * @param competence thẩm quyền: TM., KT., TL., TUQ. …
 * @param position chức vụ
 * @param fullName họ tên
 */
public record Signer(String competence, String position, String fullName) {}
