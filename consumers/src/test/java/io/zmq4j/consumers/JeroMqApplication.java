package io.zmq4j.consumers;

import java.nio.file.Files;
import java.nio.file.Path;

/** A small application for JeroMQ: it asks and answers over tcp, and knows nothing of zmq4j. */
final class JeroMqApplication {
    static final String PRINTS = "Hello, World";

    private static final String MODULE = """
            module app {
                requires org.zeromq.jeromq;
            }
            """;

    private static final String MAIN = """
            package app;

            import org.zeromq.SocketType;
            import org.zeromq.ZContext;
            import org.zeromq.ZMQ;

            public class Main {
                public static void main(String[] arguments) {
                    System.out.println(talk());
                }

                public static String talk() {
                    try (ZContext context = new ZContext()) {
                        ZMQ.Socket rep = context.createSocket(SocketType.REP);
                        ZMQ.Socket req = context.createSocket(SocketType.REQ);
                        rep.bind("tcp://127.0.0.1:*");
                        req.connect(rep.getLastEndpoint());
                        req.send("Hello");
                        rep.send(rep.recvStr() + ", World");
                        String answer = req.recvStr();
                        req.close();
                        return answer;
                    }
                }
            }
            """;

    private JeroMqApplication() {}

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
