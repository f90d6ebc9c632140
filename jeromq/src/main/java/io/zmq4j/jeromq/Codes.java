package io.zmq4j.jeromq;

import io.zmq4j.error.EndpointException;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.SocketStateException;
import io.zmq4j.error.UnroutableException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.error.WaitTimeoutException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import zmq.ZError;

/** JeroMQ's number for what zmq4j throws. */
public final class Codes {
    private static final String SEPARATOR = "://";

    private Codes() {}

    /** The code of a failure; {@link ZError#ESOCKET} for what has none of its own. */
    public static int of(Throwable failure) {
        if (failure instanceof SocketClosedException) {
            return ZError.ETERM;
        }
        if (failure instanceof WaitInterruptedException) {
            return ZError.EINTR;
        }
        if (failure instanceof WaitTimeoutException) {
            return ZError.EAGAIN;
        }
        if (failure instanceof SocketStateException) {
            return ZError.EFSM;
        }
        if (failure instanceof UnroutableException) {
            return ZError.EHOSTUNREACH;
        }
        return failure instanceof IllegalArgumentException ? ZError.EINVAL : ZError.ESOCKET;
    }

    /**
     * The code of an endpoint that could not be bound; {@link ZError#EINVAL} if it is none.
     *
     * @param endpoint one that has a {@link #scheme}
     */
    public static int ofBind(EndpointException failure, String endpoint) {
        Throwable cause = failure.getCause();
        return switch (scheme(endpoint)) {
            case "tcp" -> cause == null ? ZError.EINVAL : ofTcp(cause, endpoint);
            case "ipc" -> ofPath(failure, address(endpoint));
            case "inproc" -> isWellFormed(failure) ? ZError.EADDRINUSE : ZError.EINVAL;
            default -> ZError.EPROTONOSUPPORT;
        };
    }

    /**
     * The code of an endpoint that could not be connected; {@link ZError#EINVAL} if it is none.
     *
     * @param endpoint one that has a {@link #scheme}
     */
    public static int ofConnect(EndpointException failure, String endpoint) {
        return switch (scheme(endpoint)) {
            case "tcp", "ipc" -> isWellFormed(failure) ? ZError.EADDRINUSE : ZError.EINVAL;
            case "inproc" -> isWellFormed(failure) ? ZError.ENOCOMPATPROTO : ZError.EINVAL;
            default -> ZError.EPROTONOSUPPORT;
        };
    }

    /** Of an endpoint that was understood, it is said that it cannot be bound or connected, and of others what is wrong with it. */
    private static boolean isWellFormed(EndpointException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("cannot be bound:") || message.contains("cannot be connected:");
    }

    private static int ofTcp(Throwable cause, String endpoint) {
        if (cause instanceof UnknownHostException) {
            return ZError.EADDRNOTAVAIL;
        }
        if (!(cause instanceof BindException)) {
            return isDenied(cause) ? ZError.EACCESS : ZError.EADDRNOTAVAIL;
        }
        if (isDenied(cause)) {
            return ZError.EACCESS;
        }
        return isOfThisMachine(host(endpoint)) ? ZError.EADDRINUSE : ZError.EADDRNOTAVAIL;
    }

    private static boolean isDenied(Throwable cause) {
        String reason = cause.getMessage();
        return reason != null && reason.toLowerCase(Locale.ROOT).contains("permission");
    }

    private static int ofPath(EndpointException failure, String path) {
        if (!isWellFormed(failure)) {
            return ZError.EINVAL;
        }
        Throwable cause = failure.getCause();
        if (cause == null) {
            return ZError.EADDRINUSE;
        }
        Path directory = Path.of(path).toAbsolutePath().getParent();
        if (directory != null && Files.notExists(directory)) {
            return ZError.ENOENT;
        }
        boolean isDenied = cause instanceof AccessDeniedException
                || isDenied(cause)
                || (directory != null && !Files.isWritable(directory));
        return isDenied ? ZError.EACCESS : ZError.EADDRNOTAVAIL;
    }

    /** A name that needs a look-up was looked up a moment ago, to be bound. */
    private static boolean isOfThisMachine(String host) {
        if (host.equals("*")) {
            return true;
        }
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || (address instanceof Inet6Address && address.isLinkLocalAddress())
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (UnknownHostException | SocketException e) {
            // An interface's name, such as eth0.
            return true;
        }
    }

    private static String address(String endpoint) {
        return endpoint.substring(endpoint.indexOf(SEPARATOR) + SEPARATOR.length());
    }

    private static String host(String endpoint) {
        String address = address(endpoint);
        int port = address.lastIndexOf(':');
        String host = port < 0 ? address : address.substring(0, port);
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /**
     * What stands before {@code ://}.
     *
     * @throws IllegalArgumentException if the text has no {@code ://}, or nothing before or behind it
     */
    public static String scheme(String endpoint) {
        int separator = endpoint.indexOf(SEPARATOR);
        if (separator <= 0 || separator + SEPARATOR.length() == endpoint.length()) {
            throw new IllegalArgumentException("Endpoint \"" + endpoint
                    + "\" is none: it is a transport, then ://, then an address, such as tcp://127.0.0.1:5555");
        }
        return endpoint.substring(0, separator);
    }
}
