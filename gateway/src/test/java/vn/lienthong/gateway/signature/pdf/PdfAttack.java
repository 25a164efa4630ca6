package vn.lienthong.gateway.signature.pdf;

/**
 * A file that an attacker would make.
 *
 * @param kind its class in the literature
 * @param name what was done
 */
record PdfAttack(String kind, String name, byte[] file) {

    @Override
    public String toString() {
        return kind + ": " + name;
    }
}
