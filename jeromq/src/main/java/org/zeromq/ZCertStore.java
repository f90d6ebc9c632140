package org.zeromq;

public class ZCertStore {

    public ZCertStore(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public ZCertStore(java.lang.String arg0, org.zeromq.ZCertStore.Fingerprinter arg1) {
        throw new UnsupportedOperationException();
    }

    public boolean containsPublicKey(byte[] arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean containsPublicKey(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.util.ZMetadata getMetadata(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public interface Fingerprinter {

        byte[] print(java.io.File arg0);
    }

    public static final class Timestamper implements org.zeromq.ZCertStore.Fingerprinter {

        public Timestamper() {
            throw new UnsupportedOperationException();
        }

        public byte[] print(java.io.File arg0) {
            throw new UnsupportedOperationException();
        }
    }

    public static final class Hasher implements org.zeromq.ZCertStore.Fingerprinter {

        public Hasher() {
            throw new UnsupportedOperationException();
        }

        public byte[] print(java.io.File arg0) {
            throw new UnsupportedOperationException();
        }
    }
}
