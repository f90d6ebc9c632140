package io.zmq4j.spring.autoconfigure;

import io.zmq4j.Context;
import io.zmq4j.curve.CurveDirectory;
import io.zmq4j.security.Authenticator;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.util.ResourceUtils;

/** Starts the authenticator of {@code zmq4j.authenticator}. */
final class AuthenticatorFactory {
    private static final String PREFIX = "zmq4j.authenticator.";

    private AuthenticatorFactory() {}

    /** @throws InvalidPropertyException if a file is not there or cannot be read */
    static Authenticator start(Context context, ZmqProperties.AuthenticatorProperties properties) {
        return Authenticator.start(context, rules -> {
            if (!properties.allow().isEmpty()) {
                rules.allow(properties.allow().toArray(String[]::new));
            }
            if (!properties.deny().isEmpty()) {
                deny(rules, properties);
            }
            if (properties.plainPasswords() != null) {
                Path file = path("plain-passwords", properties.plainPasswords());
                reading("plain-passwords", () -> rules.plain(Authenticator.EVERY_DOMAIN, file));
            }
            if (properties.curveKeys() != null) {
                Path directory = path("curve-keys", properties.curveKeys());
                reading("curve-keys", () -> rules.curve(Authenticator.EVERY_DOMAIN, curveDirectory(directory)));
            }
        });
    }

    private static void deny(Authenticator rules, ZmqProperties.AuthenticatorProperties properties) {
        if (!properties.allow().isEmpty()) {
            throw new InvalidPropertyException(
                    PREFIX + "deny",
                    "zmq4j.authenticator.allow is set as well",
                    "Say who may connect, or who may not; not both.",
                    null);
        }
        rules.deny(properties.deny().toArray(String[]::new));
    }

    private static Function<byte[], @Nullable String> curveDirectory(Path directory) {
        if (!ClassUtils.isPresent("io.zmq4j.curve.CurveDirectory", AuthenticatorFactory.class.getClassLoader())) {
            throw new IllegalArgumentException("CURVE needs the module io.zmq4j.curve (Maven: io.zmq4j:curve)");
        }
        return new CurveDirectory(directory);
    }

    private static void reading(String property, Runnable reading) {
        try {
            reading.run();
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new InvalidPropertyException(
                    PREFIX + property, SocketFactory.message(e), "Put there what can be read.", e);
        }
    }

    private static Path path(String property, String location) {
        try {
            return ResourceUtils.getFile(location).toPath();
        } catch (FileNotFoundException e) {
            throw new InvalidPropertyException(
                    PREFIX + property,
                    "there is no file " + location,
                    "Give the path of a file, with or without file: in front.",
                    e);
        }
    }
}
