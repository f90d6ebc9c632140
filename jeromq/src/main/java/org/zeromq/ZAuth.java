package org.zeromq;

public class ZAuth implements java.io.Closeable {
    public static final java.lang.String CURVE_ALLOW_ANY = "*";

    public ZAuth(org.zeromq.ZContext arg0, java.lang.String arg1, java.util.Map<java.lang.String, org.zeromq.ZAuth.Auth> arg2) {
        throw new UnsupportedOperationException();
    }

    public ZAuth(org.zeromq.ZContext arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public ZAuth(org.zeromq.ZContext arg0, org.zeromq.ZCertStore.Fingerprinter arg1) {
        throw new UnsupportedOperationException();
    }

    public ZAuth(org.zeromq.ZContext arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZAuth allow(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public void close() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZAuth configureCurve(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZAuth configurePlain(java.lang.String arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZAuth deny(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public void destroy() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZAuth.ZapReply nextReply() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZAuth.ZapReply nextReply(boolean arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZAuth.ZapReply nextReply(int arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZAuth replies(boolean arg0) {
        throw new UnsupportedOperationException();
    }

    protected org.zeromq.ZAuth send(java.lang.String arg0, java.lang.String... arg1) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZAuth setVerbose(boolean arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZAuth verbose(boolean arg0) {
        throw new UnsupportedOperationException();
    }

    public static class SimplePlainAuth implements org.zeromq.ZAuth.Auth {

        public SimplePlainAuth() {
            throw new UnsupportedOperationException();
        }

        public boolean authorize(org.zeromq.ZAuth.ZapRequest arg0, boolean arg1) {
            throw new UnsupportedOperationException();
        }

        public boolean configure(org.zeromq.ZMsg arg0, boolean arg1) {
            throw new UnsupportedOperationException();
        }
    }

    public static class SimpleCurveAuth implements org.zeromq.ZAuth.Auth {

        public SimpleCurveAuth() {
            throw new UnsupportedOperationException();
        }

        public SimpleCurveAuth(org.zeromq.ZCertStore.Fingerprinter arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean authorize(org.zeromq.ZAuth.ZapRequest arg0, boolean arg1) {
            throw new UnsupportedOperationException();
        }

        public boolean configure(org.zeromq.ZMsg arg0, boolean arg1) {
            throw new UnsupportedOperationException();
        }
    }

    public static class SimpleNullAuth implements org.zeromq.ZAuth.Auth {

        public SimpleNullAuth() {
            throw new UnsupportedOperationException();
        }

        public boolean authorize(org.zeromq.ZAuth.ZapRequest arg0, boolean arg1) {
            throw new UnsupportedOperationException();
        }

        public boolean configure(org.zeromq.ZMsg arg0, boolean arg1) {
            throw new UnsupportedOperationException();
        }
    }

    public static class ZapReply {
        public final java.lang.String version = null;
        public final java.lang.String sequence = null;
        public final int statusCode = 0;
        public final java.lang.String statusText = null;
        public final java.lang.String userId = null;
        public final org.zeromq.util.ZMetadata metadata = null;
        public final java.lang.String address = null;
        public final java.lang.String identity = null;

        ZapReply() {}

        public java.lang.String toString() {
            throw new UnsupportedOperationException();
        }
    }

    public static class ZapRequest {
        public final java.lang.String version = null;
        public final java.lang.String sequence = null;
        public final java.lang.String domain = null;
        public final java.lang.String address = null;
        public final java.lang.String identity = null;
        public final java.lang.String mechanism = null;
        public final java.lang.String username = null;
        public final java.lang.String password = null;
        public final java.lang.String clientKey = null;
        public final java.lang.String principal = null;
        public java.lang.String userId;
        public org.zeromq.util.ZMetadata metadata;

        ZapRequest() {}
    }

    public interface Auth {

        boolean authorize(org.zeromq.ZAuth.ZapRequest arg0, boolean arg1);

        boolean configure(org.zeromq.ZMsg arg0, boolean arg1);
    }
}
