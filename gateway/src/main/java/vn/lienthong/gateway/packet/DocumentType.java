package vn.lienthong.gateway.packet;

/**
 * Kind of document (QCVN 102 1.5). Senders use three numberings, so nothing is decided by it: the name is shown, the numbers
 * are carried.
 */
public record DocumentType(String type, String typeDetail, String typeName) {}
