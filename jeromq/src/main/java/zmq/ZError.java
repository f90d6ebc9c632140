package zmq;

import java.net.SocketException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import org.zeromq.UncheckedZMQException;
import org.zeromq.ZMQ.Error;

/**
 * Error codes, the same on every platform, and three exceptions that carry none. Codes below 126 are those of BSD systems,
 * not of Linux; the others are ØMQ's own, counted from 156384712 on.
 */
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

    private ZError() {}

    /** The code that stands for an exception of a channel: EINTR, ENOTCONN, ESOCKET, and EIOEXC for all others. */
    public static int exccode(java.io.IOException exception) {
        if (exception instanceof SocketException) {
            return ESOCKET;
        }
        if (exception instanceof ClosedByInterruptException) {
            return EINTR;
        }
        return exception instanceof ClosedChannelException ? ENOTCONN : EIOEXC;
    }

    /** What a code means, in words; a number that is no code is told as such. */
    public static String toString(int code) {
        for (Error error : Error.values()) {
            if (error.getCode() == code) {
                return error.getMessage();
            }
        }
        // The one code that the enum lacks.
        return code == ECANCELED ? "The call was cancelled by its token" : "Unknown error code " + code;
    }

    /** An exception of a channel or selector, unchecked. */
    public static class IOException extends UncheckedZMQException {
        private static final long serialVersionUID = 9202470691157986262L;

        public IOException(java.io.IOException cause) {
            super(cause);
        }
    }

    /** Something that was to be made by its class could not be made. */
    @SuppressWarnings("AvoidCommonTypeNames")
    public static class InstantiationException extends UncheckedZMQException {
        private static final long serialVersionUID = 1L;

        public InstantiationException(Throwable cause) {
            super(cause);
        }

        public InstantiationException(String message, Throwable cause) {
            super(message, cause);
        }

        public InstantiationException(String message) {
            super(message);
        }
    }

    /** The context has ended: the socket can only be closed. */
    public static class CtxTerminatedException extends UncheckedZMQException {
        private static final long serialVersionUID = 1L;

        public CtxTerminatedException() {}
    }
}
