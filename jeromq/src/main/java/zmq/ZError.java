package zmq;

public class ZError {
    public static final int ENOENT = 2;
    public static final int EINTR = 4;
    public static final int EACCESS = 13;
    public static final int EFAULT = 14;
    public static final int EINVAL = 22;
    public static final int EAGAIN = 35;
    public static final int EINPROGRESS = 36;
    public static final int EPROTONOSUPPORT = 43;
    public static final int ENOTSUP = 45;
    public static final int EADDRINUSE = 48;
    public static final int EADDRNOTAVAIL = 49;
    public static final int ENETDOWN = 50;
    public static final int ENOBUFS = 55;
    public static final int EISCONN = 56;
    public static final int ENOTCONN = 57;
    public static final int ECONNREFUSED = 61;
    public static final int EHOSTUNREACH = 65;
    public static final int ECANCELED = 125;
    public static final int ENOTSOCK = 156384717;
    public static final int EMSGSIZE = 156384722;
    public static final int EAFNOSUPPORT = 156384723;
    public static final int ENETUNREACH = 156384724;
    public static final int ECONNABORTED = 156384725;
    public static final int ECONNRESET = 156384726;
    public static final int ETIMEDOUT = 156384728;
    public static final int ENETRESET = 156384730;
    public static final int EFSM = 156384763;
    public static final int ENOCOMPATPROTO = 156384764;
    public static final int ETERM = 156384765;
    public static final int EMTHREAD = 156384766;
    public static final int EIOEXC = 156384817;
    public static final int ESOCKET = 156384818;
    public static final int EMFILE = 156384819;
    public static final int EPROTO = 156384820;

    ZError() {}

    public static int exccode(java.io.IOException arg0) {
        throw new UnsupportedOperationException();
    }

    public static java.lang.String toString(int arg0) {
        throw new UnsupportedOperationException();
    }

    public static class IOException extends org.zeromq.UncheckedZMQException {

        public IOException(java.io.IOException arg0) {
            super((java.lang.String) null, (java.lang.Throwable) null);
            throw new UnsupportedOperationException();
        }
    }

    public static class InstantiationException extends org.zeromq.UncheckedZMQException {

        public InstantiationException(java.lang.Throwable arg0) {
            super((java.lang.String) null, (java.lang.Throwable) null);
            throw new UnsupportedOperationException();
        }

        public InstantiationException(java.lang.String arg0, java.lang.Throwable arg1) {
            super((java.lang.String) null, (java.lang.Throwable) null);
            throw new UnsupportedOperationException();
        }

        public InstantiationException(java.lang.String arg0) {
            super((java.lang.String) null, (java.lang.Throwable) null);
            throw new UnsupportedOperationException();
        }
    }

    public static class CtxTerminatedException extends org.zeromq.UncheckedZMQException {

        public CtxTerminatedException() {
            super((java.lang.String) null, (java.lang.Throwable) null);
            throw new UnsupportedOperationException();
        }
    }
}
