package io.zmq4j.discovery;

import io.zmq4j.discovery.asking.Period;
import io.zmq4j.error.EndpointException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A directory's text in its parts: {@code SCHEME://WHERE?NAME=VALUE&NAME=VALUE}, with the words for what is wrong with it.
 *
 * @param where what is between {@code ://} and the question mark
 * @param settings what follows that
 */
record DirectoryText(String whole, String scheme, String where, Map<String, String> settings) {
    private static final int LONGEST_SHOWN = 300;
    private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(ms|s|m)");
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final Pattern SERVER = Pattern.compile("([0-9.]+|\\[[0-9a-fA-F:.]+])(?::([0-9]{1,5}))?");
    private static final int DNS = 53;

    /**
     * Splits a text.
     *
     * @param allowed the settings it may have
     * @throws EndpointException if it has others
     */
    static DirectoryText of(String whole, Set<String> allowed) {
        int separator = whole.indexOf("://");
        int question = whole.indexOf('?');
        int end = question < 0 ? whole.length() : question;
        var text = new DirectoryText(
                whole, whole.substring(0, separator), whole.substring(separator + 3, end), new HashMap<>());
        if (question >= 0) {
            for (String setting : whole.substring(question + 1).split("&", -1)) {
                int equals = setting.indexOf('=');
                String name = equals < 0 ? setting : setting.substring(0, equals);
                if (equals < 0 || !allowed.contains(name)) {
                    throw text.wrong(
                            "\"" + setting + "\"",
                            String.join("=…, ", allowed.stream().sorted().toList()) + "=…");
                }
                text.settings.put(name, setting.substring(equals + 1));
            }
        }
        return text;
    }

    /** To throw. */
    EndpointException wrong(String problem, String allowed) {
        return new EndpointException(
                "Endpoint \"" + shortened(whole) + "\": " + shortened(problem) + "; allowed: " + allowed);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    /** How often to ask: {@code every}, or so often unless the answers say how long they are good. */
    Period period(Duration otherwise) {
        String every = settings.get("every");
        return every == null ? new Period(otherwise, false) : new Period(time("every", every), true);
    }

    private Duration time(String name, String value) {
        Matcher matcher = TIME.matcher(value);
        if (matcher.matches()) {
            long number = Long.parseLong(matcher.group(1));
            Duration time = switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                default -> Duration.ofMinutes(number);
            };
            if (time.compareTo(SHORTEST) >= 0 && time.compareTo(LONGEST) <= 0) {
                return time;
            }
        }
        throw wrong(name + "=" + value, "100ms to 60m, such as 500ms, 5s or 1m");
    }

    /** The name server to ask, by its address; null if there is none. */
    @Nullable
    InetSocketAddress server() {
        String server = settings.get("server");
        if (server == null) {
            return null;
        }
        Matcher matcher = SERVER.matcher(server);
        if (matcher.matches()) {
            int port = matcher.group(2) == null ? DNS : Integer.parseInt(matcher.group(2));
            try {
                if (port > 0 && port <= 0xffff && isAddress(matcher.group(1))) {
                    return new InetSocketAddress(InetAddress.getByName(matcher.group(1)), port);
                }
            } catch (UnknownHostException e) {
                // Said below.
            }
        }
        throw wrong("server=" + server, "an address, such as 10.0.0.2, 10.0.0.2:5353 or [fd00::2]:53");
    }

    /** Whether it is taken for no name, which would be looked up. */
    private static boolean isAddress(String text) {
        return text.startsWith("[") || text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    }

    /** A port from its text. */
    int port(String text) {
        int port = PORT.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (port < 1 || port > 0xffff) {
            throw wrong("port \"" + text + "\"", "1 to 65535");
        }
        return port;
    }
}
