package vn.lienthong.gateway.signature.cms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;

/** Cuts into CMS where no library would: part by part, whatever comes out. */
final class CmsSurgery {
    static final int DIGEST_ALGORITHM = 2;
    static final int SIGNED = 3;
    static final int ALGORITHM = 4;
    static final int VALUE = 5;

    private CmsSurgery() {}

    static byte[] encoded(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static ASN1Primitive read(byte[] encoded) {
        try {
            return ASN1Primitive.fromByteArray(encoded);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static List<ASN1Encodable> parts(ASN1Encodable sequence) {
        List<ASN1Encodable> parts = new ArrayList<>();
        ASN1Sequence.getInstance(sequence).forEach(parts::add);
        return parts;
    }

    static ASN1Sequence sequence(List<ASN1Encodable> parts) {
        return new DERSequence(parts.toArray(new ASN1Encodable[0]));
    }

    /** The parts of SignedData, changed. */
    static byte[] data(byte[] cms, UnaryOperator<List<ASN1Encodable>> change) {
        List<ASN1Encodable> info = parts(read(cms));
        ASN1Encodable data = ASN1TaggedObject.getInstance(info.get(1)).getExplicitBaseObject();
        info.set(1, new DERTaggedObject(true, 0, sequence(change.apply(parts(data)))));
        return encoded(sequence(info));
    }

    /** The SignerInfos, changed. */
    static byte[] signers(byte[] cms, UnaryOperator<List<ASN1Encodable>> change) {
        return data(cms, parts -> {
            List<ASN1Encodable> signers = new ArrayList<>();
            ASN1Set.getInstance(parts.getLast()).forEach(signers::add);
            parts.set(parts.size() - 1, new DERSet(change.apply(signers).toArray(new ASN1Encodable[0])));
            return parts;
        });
    }

    /** The parts of the first signer, changed. */
    static byte[] signer(byte[] cms, UnaryOperator<List<ASN1Encodable>> change) {
        return signers(cms, signers -> {
            signers.set(0, sequence(change.apply(parts(signers.getFirst()))));
            return signers;
        });
    }

    static byte[] part(byte[] cms, int part, ASN1Encodable value) {
        return signer(cms, parts -> {
            parts.set(part, value);
            return parts;
        });
    }

    /** The signed attributes of the first signer, changed. The signature no longer fits; screens come before. */
    static byte[] attributes(byte[] cms, UnaryOperator<List<Attribute>> change) {
        return signer(cms, parts -> {
            List<Attribute> attributes = new ArrayList<>();
            ASN1Set.getInstance(ASN1TaggedObject.getInstance(parts.get(SIGNED)), false)
                    .forEach(one -> attributes.add(Attribute.getInstance(one)));
            List<Attribute> changed = change.apply(attributes);
            parts.set(SIGNED, new DERTaggedObject(false, 0, new DERSet(changed.toArray(new ASN1Encodable[0]))));
            return parts;
        });
    }

    static byte[] without(byte[] cms, ASN1ObjectIdentifier type) {
        return attributes(cms, all -> {
            all.removeIf(one -> one.getAttrType().equals(type));
            return all;
        });
    }
}
