package io.zmq4j.zmtp.mechanism;

import java.util.Map;
import java.util.Objects;

/**
 * A mechanism that can be asked for by name. One of another module is found by {@link java.util.ServiceLoader}. Has no state;
 * safe for any thread.
 */
public interface SecurityProvider {
    /** The mechanism's name, as in the greeting. */
    String mechanism();

    /**
     * Whether a setting's value stands in a line of text as it is, as a key does whose alphabet has the % in it. False, unless the
     * mechanism says otherwise: then {@code %20} is a space.
     */
    default boolean isLiteral(String setting) {
        Objects.requireNonNull(setting, "setting");
        return false;
    }

    /**
     * Reads settings, such as {@code role} and {@code username}.
     *
     * @throws IllegalArgumentException if one is missing, unknown or wrong; its message has no secret in it
     */
    Security create(Map<String, String> settings);
}
