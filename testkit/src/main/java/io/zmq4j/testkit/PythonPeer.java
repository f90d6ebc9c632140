package io.zmq4j.testkit;

import java.util.ArrayList;
import java.util.List;

/** A Python program with libzmq at the other end. */
public final class PythonPeer extends ProgramPeer {
    private static final String INTERPRETER = "/usr/bin/python3";

    /** Starts a program with arguments, which it finds in {@code sys.argv[1:]}. */
    public PythonPeer(String program, String... arguments) {
        super("python", command(program, arguments), null);
    }

    private static List<String> command(String program, String... arguments) {
        var command = new ArrayList<>(List.of(INTERPRETER, "-u", "-c"));
        command.add(leaveWith(ProcessHandle.current().pid()) + program);
        command.addAll(List.of(arguments));
        return command;
    }

    /** Ends the program when this JVM is gone, even if it had no chance to say so. */
    private static String leaveWith(long parent) {
        return """
                def _leave_with(parent):
                    import os, threading, time
                    def watch():
                        while os.getppid() == parent:
                            time.sleep(0.25)
                        os._exit(70)
                    threading.Thread(target=watch, daemon=True).start()
                _leave_with(%d)
                """.formatted(parent);
    }
}
