package io.zmq4j.bridge.spi;

import io.zmq4j.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which key a record is written with. As a setting:
 *
 * <table class="striped">
 * <caption>Values of {@code key}</caption>
 * <thead><tr><th scope="col">value</th><th scope="col">the key</th></tr></thead>
 * <tbody>
 * <tr><th scope="row">{@code source}</th><td>what the source gives; else none. The default</td></tr>
 * <tr><th scope="row">{@code none}</th><td>none</td></tr>
 * <tr><th scope="row">{@code frame:N}</th><td>frame N of the message, from 0 on; a message without it has none</td></tr>
 * <tr><th scope="row">{@code prefix:C}</th><td>the first frame up to the first character C, an ASCII one; without it, all of the frame</td></tr>
 * <tr><th scope="row">{@code text:TEXT}</th><td>TEXT, for all</td></tr>
 * </tbody>
 * </table>
 */
@FunctionalInterface
public interface KeyRule {
    /** The key of a record, or null. */
    byte @Nullable [] keyOf(BridgeRecord record);

    /**
     * The rule of an address: its setting {@code key}.
     *
     * @throws IllegalArgumentException if it is none of the above
     */
    static KeyRule of(Address address) {
        String value = Objects.requireNonNull(address, "address").setting("key").orElse("source");
        int colon = value.indexOf(':');
        String argument = colon < 0 ? "" : value.substring(colon + 1);
        return switch (colon < 0 ? value : value.substring(0, colon + 1)) {
            case "source" -> BridgeRecord::key;
            case "none" -> record -> null;
            case "frame:" -> frame(address, argument);
            case "prefix:" -> prefix(address, argument);
            case "text:" -> constant(argument.getBytes(StandardCharsets.UTF_8));
            default -> throw wrong(address);
        };
    }

    private static KeyRule constant(byte[] key) {
        return record -> key;
    }

    private static KeyRule frame(Address address, String argument) {
        if (!argument.matches("[0-9]{1,4}")) {
            throw wrong(address);
        }
        int frame = Integer.parseInt(argument);
        return record ->
                frame < record.message().frameCount() ? record.message().array(frame) : null;
    }

    private static KeyRule prefix(Address address, String argument) {
        if (argument.length() != 1 || argument.charAt(0) > 0x7f) {
            throw wrong(address);
        }
        byte end = (byte) argument.charAt(0);
        return record -> upTo(end, record.message());
    }

    private static byte[] upTo(byte end, Message message) {
        byte[] frame = message.array(0);
        for (int i = 0; i < frame.length; i++) {
            if (frame[i] == end) {
                return Arrays.copyOf(frame, i);
            }
        }
        return frame;
    }

    private static IllegalArgumentException wrong(Address address) {
        return address.wrong("key", "source, none, frame:N, prefix:C with one character, or text:TEXT");
    }
}
