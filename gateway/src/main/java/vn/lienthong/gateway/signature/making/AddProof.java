package vn.lienthong.gateway.signature.making;

import vn.lienthong.gateway.signature.key.SigningException;

/** Lays beside a signature just made what makes it last: a timestamp, validation data. */
public interface AddProof {

    /** Nothing: level B-B. */
    AddProof NONE = new AddProof() {
        @Override
        public byte[] toPdf(byte[] pdf) {
            return pdf;
        }

        @Override
        public byte[] toCms(byte[] cms) {
            return cms;
        }

        @Override
        public byte[] toXml(byte[] xml, String signatureId) {
            return xml;
        }
    };

    /**
     * To the newest signature of a PDF.
     *
     * @throws SigningException as with the others, when it is not to be had now; the file is then not to be handed out as lasting
     */
    byte[] toPdf(byte[] pdf) throws SigningException;

    /** To a CMS signature of one signer. */
    byte[] toCms(byte[] cms) throws SigningException;

    /** To one signature of an XML file. */
    byte[] toXml(byte[] xml, String signatureId) throws SigningException;
}
