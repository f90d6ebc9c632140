package io.zmq4j.consumers;

import java.nio.file.Files;
import java.nio.file.Path;

/** A small application: it asks and answers over tcp, and uses signatures that have nullness annotations on them. */
final class Application {
    /** What it prints, where the module curve is there. */
    static final String PRINTS = "Hello, World; null Optional.empty CURVE";

    private static final String MODULE = """
            module app {
                requires io.zmq4j;
            }
            """;

    private static final String MAIN = """
            package app;

            import io.zmq4j.Context;
            import io.zmq4j.error.EndpointException;
            import io.zmq4j.event.SocketEvent;
            import io.zmq4j.message.Message;
            import io.zmq4j.options.SocketOptions;
            import io.zmq4j.zmtp.wire.Metadata;
            import java.time.Duration;

            public class Main {
                public static void main(String[] arguments) {
                    System.out.println(talk());
                }

                public static String talk() {
                    var nobody = new SocketEvent(SocketEvent.Type.CLOSED, "here", null, null, "", 0).peer();
                    var security = SocketOptions.SECURITY.parse("CURVE serverkey=" + "09".repeat(32));
                    try (var context = Context.create(); var rep = context.rep(); var req = context.req()) {
                        req.connect(rep.bind("tcp://127.0.0.1:*"));
                        req.send("Hello");
                        rep.send(rep.receive().text() + ", World");
                        Message answer = req.receive();
                        throw new EndpointException(
                                answer.text() + "; " + new Metadata().value("none") + " " + rep.receive(Duration.ZERO) + " "
                                        + (nobody == null ? security.mechanism() : nobody),
                                null);
                    } catch (EndpointException e) {
                        return e.getMessage();
                    }
                }
            }
            """;

    private Application() {}

    /** Writes the class, and the module descriptor if it is to be a module, into a source directory. */
    static void write(Path sources, boolean modular) throws Exception {
        Path main = sources.resolve("app/Main.java");
        Files.createDirectories(main.getParent());
        Files.writeString(main, MAIN);
        if (modular) {
            Files.writeString(sources.resolve("module-info.java"), MODULE);
        }
    }
}
