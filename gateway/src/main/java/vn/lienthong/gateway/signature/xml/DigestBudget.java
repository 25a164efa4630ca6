package vn.lienthong.gateway.signature.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Counts what is digested for all signatures of one file: a stranger's references must not make us work for hours. */
final class DigestBudget {
    private final long granted;
    private long left;

    DigestBudget(long bytes) {
        this.granted = bytes;
        this.left = bytes;
    }

    /** What is to be digested, written to a stream. */
    interface Source {
        void write(OutputStream out) throws XmlFault, IOException;
    }

    /**
     * The digest of what is written.
     *
     * @param algorithm the JDK's name
     * @throws XmlFault when there is more of it than the budget allows
     */
    byte[] digest(String algorithm, Source source) throws XmlFault, IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            source.write(new Sink(digest));
            if (left < 0) {
                throw spent();
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException unknown) {
            throw new IllegalStateException("digest: " + algorithm + " (expected: one the JDK provides)", unknown);
        } catch (XmlFault | IOException failed) {
            if (left < 0) {
                throw spent();
            }
            throw failed;
        }
    }

    private XmlFault spent() {
        return new XmlFault("references: more than " + granted + " bytes to digest (expected: at most that)");
    }

    private final class Sink extends OutputStream {
        private final MessageDigest digest;

        Sink(MessageDigest digest) {
            this.digest = digest;
        }

        @Override
        public void write(int one) throws IOException {
            spend(1);
            digest.update((byte) one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            spend(length);
            digest.update(bytes, from, length);
        }

        private void spend(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("budget spent");
            }
        }
    }
}
