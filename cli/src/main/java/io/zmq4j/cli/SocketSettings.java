package io.zmq4j.cli;

import io.zmq4j.Socket;
import io.zmq4j.options.SocketOptions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** {@code -o NAME=VALUE}: a socket's options by libzmq's names. */
final class SocketSettings {
    @Option(
            names = {"-o", "--option"},
            paramLabel = "NAME=VALUE",
            description =
                    "Set a socket option, by its name in any case, with or without ZMQ_; see 'zmq options'. Repeatable.")
    private List<String> settings = new ArrayList<>();

    /** Whether one has a secret in it, which every user of the machine can see on the command line. */
    boolean showSecrets() {
        return settings.stream()
                .map(setting -> setting.toLowerCase(Locale.ROOT))
                .anyMatch(setting -> setting.contains(" password=") || setting.contains(" secretkey="));
    }

    /** Before anything is bound or connected: most options count from then on only. */
    void apply(Socket socket) {
        for (var setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new UsageException("'" + setting + "' is no option: NAME=VALUE is allowed, such as SNDHWM=5000");
            }
            try {
                set(socket, setting.substring(0, equals), setting.substring(equals + 1));
            } catch (IllegalArgumentException e) {
                throw new UsageException(String.valueOf(e.getMessage()));
            }
        }
    }

    private static void set(Socket socket, String name, String value) {
        boolean asBytes =
                ArgumentBytes.hasEscapes(value) && SocketOptions.named(name).type() == byte[].class;
        socket.set(name, asBytes ? "0x" + HexFormat.of().formatHex(ArgumentBytes.of(value)) : value);
    }
}
