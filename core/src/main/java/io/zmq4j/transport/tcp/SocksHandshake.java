package io.zmq4j.transport.tcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a SOCKS5 proxy is asked and answers before it is a wire to the target (RFC 1928, and RFC 1929 for name and password). No I/O:
 * {@link #output} is to be written, then exactly {@link #wanted} bytes are to be read, as what follows the last of them is the target's.
 *
 * <pre>
 *   METHODS ──no authentication──► CONNECT ──► ADDRESS ──► DONE
 *      │                              ▲
 *      └──name and password──► LOGIN ─┘
 *
 *   methods   05 | count | methods...                     answer   05 | method
 *   login     01 | length | name | length | password      answer   01 | status
 *   connect   05 | 01 | 00 | type | address | port        answer   05 | status | 00 | type | address | port
 * </pre>
 */
final class SocksHandshake {
    private static final int VERSION = 5;
    private static final int LOGIN_VERSION = 1;
    private static final int CONNECT = 1;

    private static final int NO_AUTHENTICATION = 0;
    private static final int NAME_AND_PASSWORD = 2;

    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;

    private static final int LONGEST_NAME = 255;

    /** RFC 1928, section 6. */
    private static final String[] REFUSALS = {
        "general failure",
        "not allowed by its rules",
        "network unreachable",
        "host unreachable",
        "connection refused",
        "time to live expired",
        "command not supported",
        "address type not supported"
    };

    private enum State {
        METHODS,
        LOGIN,
        CONNECT,
        ADDRESS,
        DONE
    }

    private final TcpAddress target;
    private final @Nullable String user;
    private final String password;
    private State state = State.METHODS;
    private int wanted = 2;
    private byte[] output;

    /** @param user null or empty for no authentication */
    SocksHandshake(TcpAddress target, @Nullable String user, String password) {
        this.target = target;
        this.user = user == null || user.isEmpty() ? null : user;
        this.password = password;
        output = this.user == null
                ? new byte[] {VERSION, 1, NO_AUTHENTICATION}
                : new byte[] {VERSION, 2, NO_AUTHENTICATION, NAME_AND_PASSWORD};
    }

    /** What is to be written next, once; empty if there is nothing. */
    byte[] output() {
        byte[] next = output;
        output = new byte[0];
        return next;
    }

    /** How many bytes of the proxy come next. */
    int wanted() {
        return wanted;
    }

    /** Whether what comes next is the target's. */
    boolean isDone() {
        return state == State.DONE;
    }

    /**
     * Takes what was wanted.
     *
     * @throws IOException if the proxy refuses, or speaks something else
     */
    void take(byte[] answer) throws IOException {
        switch (state) {
            case METHODS -> methodChosen(answer);
            case LOGIN -> loggedIn(answer);
            case CONNECT -> connected(answer);
            case ADDRESS -> state = State.DONE;
            case DONE -> throw new IllegalStateException("nothing is wanted any more");
        }
    }

    private void methodChosen(byte[] answer) throws IOException {
        check(answer[0], VERSION);
        int method = answer[1] & 0xFF;
        if (method == NO_AUTHENTICATION) {
            connect();
        } else if (method == NAME_AND_PASSWORD && user != null) {
            var login = new ByteArrayOutputStream();
            login.write(LOGIN_VERSION);
            putText(login, user);
            putText(login, password);
            next(State.LOGIN, 2, login.toByteArray());
        } else {
            throw new IOException(
                    user == null
                            ? "the SOCKS proxy wants a name and a password: set SOCKS_USERNAME and SOCKS_PASSWORD"
                            : "the SOCKS proxy accepts neither no authentication nor a name and a password");
        }
    }

    private void loggedIn(byte[] answer) throws IOException {
        check(answer[0], LOGIN_VERSION);
        if (answer[1] != 0) {
            throw new IOException("the SOCKS proxy does not accept the name and password");
        }
        connect();
    }

    private void connect() throws IOException {
        var request = new ByteArrayOutputStream();
        request.write(VERSION);
        request.write(CONNECT);
        request.write(0);
        if (target.isName()) {
            request.write(NAME);
            putText(request, target.host());
        } else {
            byte[] address = InetAddress.getByName(target.host()).getAddress();
            request.write(address.length == Integer.BYTES ? IPV4 : IPV6);
            request.writeBytes(address);
        }
        request.write(target.port() >>> 8);
        request.write(target.port());
        // Of the address only its type and first octet, which may be the length of a name.
        next(State.CONNECT, 5, request.toByteArray());
    }

    private void connected(byte[] answer) throws IOException {
        check(answer[0], VERSION);
        int status = answer[1] & 0xFF;
        if (status != 0) {
            throw new IOException("the SOCKS proxy cannot connect to " + target + ": "
                    + (status <= REFUSALS.length ? REFUSALS[status - 1] : "status " + status));
        }
        int rest = switch (answer[3]) {
            case IPV4 -> 3;
            case IPV6 -> 15;
            case NAME -> answer[4] & 0xFF;
            default -> throw new IOException("the SOCKS proxy answers with an address of type " + answer[3]);
        };
        next(State.ADDRESS, rest + Short.BYTES, new byte[0]);
    }

    private void next(State to, int bytes, byte[] toWrite) {
        state = to;
        wanted = bytes;
        output = toWrite;
    }

    private static void check(byte version, int expected) throws IOException {
        if (version != expected) {
            throw new IOException("what is there is no SOCKS5 proxy: it begins an answer with " + (version & 0xFF)
                    + " in place of " + expected);
        }
    }

    private static void putText(ByteArrayOutputStream to, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST_NAME) {
            throw new IOException("SOCKS carries names of at most 255 bytes, not " + bytes.length);
        }
        to.write(bytes.length);
        to.writeBytes(bytes);
    }
}
