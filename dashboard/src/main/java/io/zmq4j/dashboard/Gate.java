package io.zmq4j.dashboard;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may look. On the loopback everybody of this machine, but no page of somebody else's: neither one whose name was made to lead
 * here (DNS rebinding), which the {@code Host} header tells, nor one that asks across sites, which the browser says. Beyond the
 * loopback, who has the token as well.
 */
final class Gate {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9a-fA-F:.]+]");
    private static final Pattern HOST = Pattern.compile("(\\[[^]]*]|[^:]*)(?::[0-9]+)?");
    private static final String BEARER = "Bearer ";

    /** What the server listens on, as the user named it; null for the loopback. */
    private final @Nullable String host;

    private final @Nullable String token;

    private Gate(@Nullable String host, @Nullable String token) {
        this.host = host;
        this.token = token;
    }

    static Gate loopback() {
        return new Gate(null, null);
    }

    static Gate withToken(String host) {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return new Gate(host.toLowerCase(Locale.ROOT), HexFormat.of().formatHex(bytes));
    }

    /** Null if none is asked for. */
    @Nullable
    String token() {
        return token;
    }

    /** Whether the request names this server as it may be named. An address leads nobody astray: only names are rebound. */
    boolean isNamedRightly(Headers request) {
        var named = request.getFirst("Host");
        if (named == null) {
            return false;
        }
        var parts = HOST.matcher(named.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return false;
        }
        var name = parts.group(1);
        if (name.equals("localhost") || name.equals(host)) {
            return true;
        }
        return host == null ? isLoopback(name) : isAddress(name);
    }

    private static boolean isLoopback(String name) {
        return name.equals("[::1]") || (name.startsWith("127.") && isAddress(name));
    }

    private static boolean isAddress(String name) {
        return ADDRESS.matcher(name).matches();
    }

    /** Whether a page of this server asks, or a program, and has the token if one is needed. */
    boolean lets(Headers request, int port) {
        var site = request.getFirst("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        return token == null || hasToken(request, port);
    }

    /** A page says it in a header, once; then in a cookie, as a stream of events cannot have headers. */
    private boolean hasToken(Headers request, int port) {
        var header = request.getFirst("Authorization");
        if (header != null && header.startsWith(BEARER) && isToken(header.substring(BEARER.length()))) {
            return true;
        }
        var cookies = request.getFirst("Cookie");
        if (cookies != null) {
            for (var cookie : cookies.split("; *", -1)) {
                if (cookie.startsWith(cookie(port))
                        && isToken(cookie.substring(cookie(port).length()))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Cookies are of a host, whatever the port. */
    private static String cookie(int port) {
        return "zmq4j-" + port + "=";
    }

    String setCookie(int port) {
        return cookie(port) + token + "; Path=/; HttpOnly; SameSite=Strict";
    }

    /** In a time that does not tell how much of it was right. */
    private boolean isToken(String said) {
        return token != null
                && MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
