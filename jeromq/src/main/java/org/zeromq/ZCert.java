package org.zeromq;

public class ZCert {

    public ZCert(java.lang.String arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public ZCert(byte[] arg0, byte[] arg1) {
        throw new UnsupportedOperationException();
    }

    public ZCert(org.zeromq.ZMQ.Curve.KeyPair arg0) {
        throw new UnsupportedOperationException();
    }

    public ZCert(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public ZCert() {
        throw new UnsupportedOperationException();
    }

    public void apply(org.zeromq.ZMQ.Socket arg0) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String getMeta(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.util.ZMetadata getMetadata() {
        throw new UnsupportedOperationException();
    }

    public byte[] getPublicKey() {
        throw new UnsupportedOperationException();
    }

    public java.lang.String getPublicKeyAsZ85() {
        throw new UnsupportedOperationException();
    }

    public byte[] getSecretKey() {
        throw new UnsupportedOperationException();
    }

    public java.lang.String getSecretKeyAsZ85() {
        throw new UnsupportedOperationException();
    }

    public java.io.File savePublic(java.lang.String arg0) throws java.io.IOException {
        throw new UnsupportedOperationException();
    }

    public void savePublic(java.io.Writer arg0) throws java.io.IOException {
        throw new UnsupportedOperationException();
    }

    public java.io.File saveSecret(java.lang.String arg0) throws java.io.IOException {
        throw new UnsupportedOperationException();
    }

    public void saveSecret(java.io.Writer arg0) throws java.io.IOException {
        throw new UnsupportedOperationException();
    }

    public void setMeta(java.lang.String arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public void unsetMeta(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }
}
