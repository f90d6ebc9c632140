package io.zmq4j.interop;

import io.zmq4j.Context;
import io.zmq4j.PubSocket;
import io.zmq4j.SubSocket;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A sender or receiver of multicast, in Java and in Python: {@code send ENDPOINT SIZE OPTION=VALUE…} says ready, and sends
 * the messages FROM to TO for each line it is told; {@code receive ENDPOINT SIZE LAST OPTION=VALUE…} says ready, and what it
 * got when the last message is there or nothing comes any more; in Java also "reached" at every hundredth number. A message
 * is its number and a body that says which it is; of size 0, bodies have all sizes from 1 byte to 64 KiB.
 */
final class MulticastProgram {
    private static final int[] SIZES = {1, 10, 100, 1440, 8000, 65_536};
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private static final String PYTHON = """
            import os, struct, sys, threading, time, zmq
            # OpenPGM's threads warn on standard output, in the middle of other lines.
            output = os.fdopen(os.dup(1), 'w')
            os.dup2(2, 1)
            def watch():
                while os.getppid() == PARENT: time.sleep(0.25)
                os._exit(70)
            threading.Thread(target=watch, daemon=True).start()
            SIZES = [1, 10, 100, 1440, 8000, 65536]
            role, endpoint, size = sys.argv[1], sys.argv[2], int(sys.argv[3])
            options = sys.argv[4 if role == 'send' else 5:]
            context = zmq.Context()
            socket = context.socket(zmq.PUB if role == 'send' else zmq.SUB)
            for option in options:
                name, value = option.split('=')
                socket.setsockopt(getattr(zmq, name), int(value))
            def body(i):
                return bytes([i & 255]) * (size or SIZES[i % 6])
            if role == 'send':
                socket.setsockopt(zmq.LINGER, 0)
                socket.bind(endpoint)
                time.sleep(0.2)
                print('ready', file=output, flush=True)
                for line in sys.stdin:
                    first, last = map(int, line.split())
                    for i in range(first, last):
                        socket.send_multipart([struct.pack('>i', i), body(i)])
                    print('sent', file=output, flush=True)
            else:
                wanted = int(sys.argv[4])
                socket.setsockopt(zmq.SUBSCRIBE, b'')
                socket.setsockopt(zmq.RCVTIMEO, 15000)
                socket.connect(endpoint)
                print('ready', file=output, flush=True)
                got, first, last, gaps, torn = 0, -1, -1, 0, 0
                while last != wanted:
                    try:
                        parts = socket.recv_multipart()
                    except zmq.Again:
                        break
                    if len(parts) != 2 or len(parts[0]) != 4:
                        torn += 1
                        continue
                    number = struct.unpack('>i', parts[0])[0]
                    if parts[1] != body(number): torn += 1
                    if got == 0: first = number
                    elif number != last + 1: gaps += 1
                    got, last = got + 1, number
                print('got=%d first=%d last=%d gaps=%d torn=%d lost=0 events=0' % (got, first, last, gaps, torn),
                      file=output, flush=True)
                sys.stdin.readline()
            """;

    private MulticastProgram() {}

    /** The command that runs it with zmq4j. */
    static List<String> ours(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dio.zmq4j.warnings=false"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(MulticastProgram.class.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    /** The command that runs it with libzmq. */
    static List<String> libzmq(String... arguments) {
        var command = new ArrayList<>(List.of("/usr/bin/python3", "-c"));
        command.add(
                PYTHON.replace("PARENT", String.valueOf(ProcessHandle.current().pid())));
        command.addAll(List.of(arguments));
        return command;
    }

    public static void main(String[] arguments) throws IOException {
        boolean sends = arguments[0].equals("send");
        int size = Integer.parseInt(arguments[2]);
        Stream<String> options = Arrays.stream(arguments).skip(sends ? 3 : 4);
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var context = Context.create()) {
            if (sends) {
                PubSocket pub = context.pub();
                options.map(option -> option.split("=")).forEach(option -> pub.set(option[0], option[1]));
                pub.bind(arguments[1]);
                System.out.println("ready");
                for (String line = input.readLine(); line != null; line = input.readLine()) {
                    String[] bounds = line.split(" ");
                    for (int i = Integer.parseInt(bounds[0]); i < Integer.parseInt(bounds[1]); i++) {
                        pub.send(Message.wrap(new byte[][] {number(i), body(i, size)}));
                    }
                    System.out.println("sent");
                }
            } else {
                SubSocket sub = context.sub();
                options.map(option -> option.split("=")).forEach(option -> sub.set(option[0], option[1]));
                receive(sub, arguments[1], size, Integer.parseInt(arguments[3]));
                input.readLine();
            }
        }
    }

    private static void receive(SubSocket sub, String endpoint, int size, int wanted) {
        var events = new AtomicLong();
        var unused = sub.onEvent(event -> {
            if (event.type() == SocketEvent.Type.DATA_LOST) {
                events.incrementAndGet();
            }
        });
        sub.subscribe("");
        sub.connect(endpoint);
        System.out.println("ready");
        int got = 0;
        int first = -1;
        int last = -1;
        int gaps = 0;
        int torn = 0;
        for (var came = sub.receive(SILENCE); came.isPresent(); came = sub.receive(SILENCE)) {
            Message message = came.get();
            if (message.frameCount() != 2 || message.size(0) != Integer.BYTES) {
                torn++;
                continue;
            }
            int number = ByteBuffer.wrap(message.array(0)).getInt();
            if (!Arrays.equals(message.array(1), body(number, size))) {
                torn++;
            }
            if (got == 0) {
                first = number;
            } else if (number != last + 1) {
                gaps++;
            }
            for (int hundred = last / 100 + 1; hundred <= number / 100; hundred++) {
                System.out.println(MulticastStation.REACHED + 100 * hundred);
            }
            got++;
            last = number;
            if (last == wanted) {
                break;
            }
        }
        long lost = sub.drops().getOrDefault(DropReason.LOST_IN_TRANSPORT, 0L);
        System.out.println("got=" + got + " first=" + first + " last=" + last + " gaps=" + gaps + " torn=" + torn
                + " lost=" + lost + " events=" + events);
    }

    private static byte[] number(int i) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(i).array();
    }

    private static byte[] body(int i, int size) {
        var body = new byte[size > 0 ? size : SIZES[i % SIZES.length]];
        Arrays.fill(body, (byte) i);
        return body;
    }
}
