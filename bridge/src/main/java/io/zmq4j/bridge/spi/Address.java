package io.zmq4j.bridge.spi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a bridge reads from or writes to, as text:
 *
 * <pre>
 * scheme[+transport]://place[/path][?name=value[&amp;name=value…]]
 *
 * pull://*:5557
 * sub+ipc:///run/app.ipc?topic=weather
 * kafka://one:9092,two:9092/orders?key=frame:0&amp;acks=all
 * </pre>
 *
 * Names and values may have escapes such as {@code %26} for {@code &amp;}.
 *
 * @param text all of it
 * @param scheme in lower case, such as {@code pull}
 * @param transport what stands behind a {@code +}, such as {@code ipc}; empty if there is none
 * @param place what stands before the first slash
 * @param path what stands behind that slash; empty if there is none
 * @param settings by name, in their order
 */
public record Address(
        String text, String scheme, String transport, String place, String path, Map<String, String> settings) {
    public Address {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(transport, "transport");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(settings, "settings");
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if it has not that form, with the form
     */
    public static Address parse(String text) {
        int colon = Objects.requireNonNull(text, "text").indexOf("://");
        if (colon <= 0) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no address: scheme://place?name=value is one, such as pull://*:5557");
        }
        String[] scheme = text.substring(0, colon).split("\\+", 2);
        int question = text.indexOf('?', colon);
        String where = text.substring(colon + 3, question < 0 ? text.length() : question);
        int slash = where.indexOf('/');
        return new Address(
                text,
                scheme[0].toLowerCase(Locale.ROOT),
                scheme.length == 1 ? "" : scheme[1],
                slash < 0 ? where : where.substring(0, slash),
                slash < 0 ? "" : where.substring(slash + 1),
                question < 0 ? Map.of() : settings(text, text.substring(question + 1)));
    }

    private static Map<String, String> settings(String text, String query) {
        var settings = new LinkedHashMap<String, String>();
        for (String each : query.split("&", -1)) {
            if (each.isEmpty()) {
                continue;
            }
            int equals = each.indexOf('=');
            String name = decoded(text, equals < 0 ? each : each.substring(0, equals));
            if (settings.put(name, equals < 0 ? "" : decoded(text, each.substring(equals + 1))) != null) {
                throw new IllegalArgumentException("\"" + text + "\" has " + name + " twice");
            }
        }
        return settings;
    }

    private static String decoded(String text, String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + text + "\" has a broken escape: " + e.getMessage(), e);
        }
    }

    /** What is set under this name. */
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(Objects.requireNonNull(name, "name")));
    }

    /** A length of time, such as {@code 500ms}, {@code 30s} or {@code 5m}. */
    public Optional<Duration> duration(String name) {
        return setting(name).map(value -> duration(name, value));
    }

    private Duration duration(String name, String value) {
        try {
            String unit = value.replaceFirst("^[0-9]+", "");
            long number = Long.parseLong(value.substring(0, value.length() - unit.length()));
            return switch (unit) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                default -> throw wrong(name, "a number and ms, s or m, such as 30s");
            };
        } catch (NumberFormatException e) {
            throw wrong(name, "a number and ms, s or m, such as 30s");
        }
    }

    /** A whole number from {@code min} to {@code max}. */
    public Optional<Integer> number(String name, int min, int max) {
        return setting(name).map(value -> {
            try {
                int number = Integer.parseInt(value);
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Told below.
            }
            throw wrong(name, "a number from " + min + " to " + max);
        });
    }

    /** What to throw when a setting has a value that is not allowed. */
    public IllegalArgumentException wrong(String name, String allowed) {
        return new IllegalArgumentException(
                name + " is \"" + setting(name).orElse("") + "\" in " + text + ": it is " + allowed);
    }

    /**
     * Insists that every setting is known.
     *
     * @param names those with a meaning
     * @param others which further names are allowed, such as options of the engine's own
     * @throws IllegalArgumentException for one that is not, with those that are
     */
    public void allow(Set<String> names, Predicate<String> others) {
        Objects.requireNonNull(names, "names");
        Objects.requireNonNull(others, "others");
        for (String name : settings.keySet()) {
            if (!names.contains(name) && !others.test(name)) {
                throw new IllegalArgumentException(
                        "\"" + name + "\" in " + text + " is no setting: there are " + new TreeSet<>(names));
            }
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
